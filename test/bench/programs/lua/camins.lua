-- Shortest paths in a small net of roads.
local camins = {}

local function nearest(pending, distance)
  local best
  for name in pairs(pending) do
    if best == nil or distance[name] < distance[best] then
      best = name
    end
  end
  return best
end

function camins.shortest(net, from)
  local distance, pending = {}, {}
  for name in pairs(net) do
    distance[name] = math.huge
    pending[name] = true
  end
  distance[from] = 0
  while next(pending) do
    local here = nearest(pending, distance)
    pending[here] = nil
    for there, length in pairs(net[here]) do
      local far = distance[here] + length
      if far < distance[there] then
        distance[there] = far
      end
    end
  end
  return distance
end

return camins
