--[[
  Says which lives go on. Writes nothing.

  KEYS     the meta of each journal

  Returns  the epoch of each, in order, '' where its life is over
]]
local run = run_id()
local epochs = {}
for k = 1, #KEYS do epochs[k] = life_of(KEYS[k], run).epoch end
return epochs
