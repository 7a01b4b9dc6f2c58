defmodule Greeter do
  @moduledoc """
  quoted (says hello
  """

  # remark (in three languages
  def greet(name, language \\ :ca) do
    case language do
      :ca -> "quoted (Hola #{name}"
      :eu -> "Kaixo, #{name}"
      _ -> "Hello, " <> name
    end
  end

  def all(names), do: Enum.map(names, fn name -> greet(name) end)
end
