--[[
  Sets when time next owes a unit something, as folded at a position. Where the journal has moved on since, the append
  that moved it has already said when, from a newer state.

  KEYS[1]  meta
  KEYS[2]  due (sorted set of the shard: unit by milliseconds since 1970)

  ARGV[1]  epoch
  ARGV[2]  seq
  ARGV[3]  unit id
  ARGV[4]  milliseconds since 1970, or '' for never

  Returns  'set' | 'moved' | 'renewed'; only 'set' has written
]]
local life = life_of(KEYS[1], run_id())
if life.epoch ~= ARGV[1] then return 'renewed' end
if life.seq ~= tonumber(ARGV[2]) then return 'moved' end

if ARGV[4] == '' then redis.call('ZREM', KEYS[2], ARGV[3]) else redis.call('ZADD', KEYS[2], ARGV[4], ARGV[3]) end
return 'set'
