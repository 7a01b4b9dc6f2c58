library ieee;
use ieee.std_logic_1164.all;

-- remark (one gate
entity gate is
  port (a, b : in std_logic; y : out std_logic);
end entity gate;

architecture behaviour of gate is
begin
  process (a, b)
  begin
    if a = '1' and b = '1' then
      y <= '1';
      report "quoted (""on";
    else
      y <= '0'; -- remark (off
    end if;
  end process;
end architecture behaviour;
