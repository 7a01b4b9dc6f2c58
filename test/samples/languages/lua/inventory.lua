-- remark (what a player carries
--[[ remark (of
     any kind ]]
local Inventory = {}
Inventory.__index = Inventory

function Inventory.new()
  return setmetatable({ items = {}, label = [[quoted (]] }, Inventory)
end

function Inventory:add(name, count)
  if not self.items[name] then
    self.items[name] = 0
  end
  for _ = 1, count do
    self.items[name] = self.items[name] + 1
  end
  return "quoted (\"" .. 'quoted ('
end

return Inventory
