--[[
  Says which units are due. Writes nothing.

  KEYS     due (sorted sets of shards: unit by milliseconds since 1970)

  ARGV[1]  milliseconds since 1970; what is due later is left out
  ARGV[2]  at most so many of each shard

  Returns  {unit, due, unit, due ..}, the soonest first within each shard
]]
local found = {}
for k = 1, #KEYS do
  local due = redis.call('ZRANGEBYSCORE', KEYS[k], '-inf', ARGV[1], 'WITHSCORES', 'LIMIT', 0, ARGV[2])
  for i = 1, #due do found[#found + 1] = due[i] end
end
return found
