--[[
  Put in front of every other script of this folder (scripts.ts); not a script of its own.

  A journal's life is named by an epoch. It lasts as long as the Redis process that it was opened on: a process that
  came back, a replica that took over or a restored file has another run_id, and may have lost the tail.

  meta is a hash: epoch, run (the run_id the epoch was set on), seq (of the last event), at (stamp of the last event).
]]
local function run_id()
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
  if not run then error('this Redis does not say its run_id') end
  return run
end

-- The life that meta tells of, with epoch '' where that life is over (or never began).
local function life_of(meta, run)
  local kept = redis.call('HMGET', meta, 'epoch', 'run', 'seq', 'at')
  local same = kept[1] and kept[2] == run
  return { epoch = same and kept[1] or '', seq = tonumber(kept[3] or '0'), at = tonumber(kept[4] or '0') }
end

local function now_ms()
  local time = redis.call('TIME')
  return tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
