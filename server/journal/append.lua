--[[
  Records the entries of one or more commands, all or none.

  Every check comes before the first write. The first write is an XADD, which fails as a whole when the stream is ahead
  of meta, when memory is full or on a replica: then nothing was written.

  KEYS[1]   journal (stream; the id of an entry is `<seq>-0`, its fields are `at` and `e`)
  KEYS[2]   meta
  KEYS[3]   due (sorted set of the shard: unit by milliseconds since 1970)
  KEYS[4..] one receipt a command, in the order of the commands

  ARGV[1]   epoch that the entries were decided in
  ARGV[2]   seq that they were decided on
  ARGV[3]   unit id
  ARGV[4]   when time next owes the unit something, milliseconds since 1970, or '' for never
  ARGV[5]   how long receipts are kept, milliseconds
  ARGV[6..] for each command: its fingerprint, the number of its entries, and each entry as text

  Returns   {'appended', seq, at, now}                written; seq of the last event, stamp they all share, the clock
            {'repeated', {n, receipt, n, receipt..}}  nothing written; n counts the commands from 1
            {'moved', seq}                            nothing written; the journal stands at seq
            {'renewed'}                               nothing written; the journal has a new life
]]
local life = life_of(KEYS[2], run_id())
if life.epoch ~= ARGV[1] then return { 'renewed' } end

local known = {}
for k = 4, #KEYS do
  local receipt = redis.call('GET', KEYS[k])
  if receipt then
    known[#known + 1] = k - 3
    known[#known + 1] = receipt
  end
end
if #known > 0 then return { 'repeated', known } end

if life.seq ~= tonumber(ARGV[2]) then return { 'moved', life.seq } end

-- Time does not go backwards within a journal where the clock of the machine was set back by a little. Where it was set
-- back by more than this, in milliseconds, it is followed: what time owes is counted from the stamps by that clock, and
-- would come as late as they were ahead.
local held_back = 5000
local now = now_ms()
local at = string.format('%.0f', life.at - now > held_back and now or math.max(life.at, now))
local seq, arg, receipts = life.seq, 6, {}
for k = 4, #KEYS do
  local fingerprint, entries = ARGV[arg], tonumber(ARGV[arg + 1])
  for e = 1, entries do
    seq = seq + 1
    redis.call('XADD', KEYS[1], string.format('%.0f-0', seq), 'at', at, 'e', ARGV[arg + 1 + e])
  end
  receipts[k] = string.format('%.0f:', seq) .. fingerprint
  arg = arg + 2 + entries
end
for k = 4, #KEYS do redis.call('SET', KEYS[k], receipts[k], 'PX', ARGV[5]) end
if ARGV[4] == '' then redis.call('ZREM', KEYS[3], ARGV[3]) else redis.call('ZADD', KEYS[3], ARGV[4], ARGV[3]) end
redis.call('HSET', KEYS[2], 'seq', string.format('%.0f', seq), 'at', at)
return { 'appended', seq, tonumber(at), now }
