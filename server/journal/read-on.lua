--[[
  Reads on in one life of a journal. Writes nothing. A plain XRANGE cannot tell the life: after a failover that lost its
  tail, seq 41 may be another event than the 41 that was acknowledged.

  KEYS[1]  journal
  KEYS[2]  meta

  ARGV[1]  epoch
  ARGV[2]  seq to read on after
  ARGV[3]  how many at most

  Returns  {'read', entries} or {'renewed'}
]]
if life_of(KEYS[2], run_id()).epoch ~= ARGV[1] then return { 'renewed' } end
return { 'read', redis.call('XRANGE', KEYS[1], '(' .. ARGV[2] .. '-0', '+', 'COUNT', ARGV[3]) }
