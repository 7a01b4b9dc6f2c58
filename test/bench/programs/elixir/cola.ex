defmodule Cola do
  @moduledoc "A queue of people with tickets."

  defstruct personas: [], siguiente: 1

  def entra(%Cola{} = cola, nombre) do
    turno = {cola.siguiente, nombre}
    %{cola | personas: cola.personas ++ [turno], siguiente: cola.siguiente + 1}
  end

  def atiende(%Cola{personas: []} = cola), do: {:vacia, cola}

  def atiende(%Cola{personas: [primera | resto]} = cola) do
    {primera, %{cola | personas: resto}}
  end

  def espera(cola, nombre) do
    case Enum.find_index(cola.personas, fn {_, quien} -> quien == nombre end) do
      nil -> :no_esta
      lugar -> {:ok, lugar}
    end
  end
end
