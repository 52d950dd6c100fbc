--[[
  Says where a journal stands, and begins a new life where the old one is over.

  KEYS[1]  journal
  KEYS[2]  meta
  KEYS[3]  snapshot (hash: seq, text)

  ARGV[1]  a fresh random epoch, used where a new life begins

  Returns  {'opened', epoch, seq, now}              no snapshot is kept
           {'opened', epoch, seq, now, seq, text}   with the newest snapshot
           {'damaged', seq, last}                   meta says seq, the journal ends at last; nothing was written
]]
local run = run_id()
local life = life_of(KEYS[2], run)

local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local ends = last and tonumber(string.match(last[1], '^%d+')) or 0
if ends ~= life.seq then return { 'damaged', life.seq, ends } end

local snapshot = redis.call('HMGET', KEYS[3], 'seq', 'text')
if life.epoch == '' then
  life.epoch = ARGV[1]
  redis.call('HSET', KEYS[2], 'epoch', life.epoch, 'run', run, 'seq', string.format('%.0f', life.seq))
end
local opened = { 'opened', life.epoch, life.seq, now_ms() }
if snapshot[1] and tonumber(snapshot[1]) <= life.seq then
  opened[5] = tonumber(snapshot[1])
  opened[6] = snapshot[2]
end
return opened
