--[[
  Keeps a snapshot, unless a newer one is there. A snapshot of a life that is over may hold events that were lost, so
  it is not taken.

  KEYS[1]  meta
  KEYS[2]  snapshot (hash: seq, text)

  ARGV[1]  epoch of the snapshot
  ARGV[2]  seq of the snapshot
  ARGV[3]  its text

  Returns  'stored' | 'older' | 'renewed'; only 'stored' has written
]]
local life = life_of(KEYS[1], run_id())
if life.epoch ~= ARGV[1] or life.seq < tonumber(ARGV[2]) then return 'renewed' end

local kept = redis.call('HGET', KEYS[2], 'seq')
if kept and tonumber(kept) >= tonumber(ARGV[2]) and tonumber(kept) <= life.seq then return 'older' end

redis.call('HSET', KEYS[2], 'seq', ARGV[2], 'text', ARGV[3])
return 'stored'
