using System;
using System.Collections.Generic;
using System.Linq;

namespace Escola
{
    /// <summary>A lesson of the week.</summary>
    public record Classe(string Nom, DayOfWeek Dia, int Hora);

    public class Horari
    {
        private readonly List<Classe> classes = new();

        public bool Afegeix(Classe classe)
        {
            if (classes.Any(c => c.Dia == classe.Dia && c.Hora == classe.Hora))
            {
                return false;
            }
            classes.Add(classe);
            return true;
        }

        public IEnumerable<Classe> DelDia(DayOfWeek dia)
        {
            return classes.Where(c => c.Dia == dia).OrderBy(c => c.Hora);
        }

        public override string ToString()
        {
            var linies = classes.Select(c => $"{c.Dia} {c.Hora}: {c.Nom}");
            return string.Join(Environment.NewLine, linies);
        }
    }
}
