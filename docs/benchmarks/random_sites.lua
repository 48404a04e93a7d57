-- For wrk: the forecast of a random site of 10,000 each time, so that few answers were written before.
math.randomseed(7)

request = function()
  return wrk.format("GET", string.format("/v1/sites/site-%07d/forecast", math.random(0, 9999)))
end
