-- For wrk: the forecast of a random site each time, so that few answers were written before.
-- The number of sites comes after --, else it is 10,000.
local sites = 10000

init = function(arguments)
  math.randomseed(7)
  sites = tonumber(arguments[1]) or sites
end

request = function()
  return wrk.format("GET", string.format("/v1/sites/site-%07d/forecast", math.random(0, sites - 1)))
end
