using System.Numerics;

namespace Wijkmonitor.Indicators.Disclosure;

/// <summary>A sum of a table as an equation in whole numbers: terms that make zero together.</summary>
/// <param name="Total">The number of the total.</param>
/// <param name="Terms">The coefficient of each cell, by its number: of parts above zero, of the total below.</param>
internal sealed record SuppressionEquation(int Total, IReadOnlyDictionary<int, BigInteger> Terms)
{
    /// <summary>Creates an equation from a sum.</summary>
    public static SuppressionEquation From(CellSum sum, Func<string, int> place)
    {
        var terms = new Dictionary<int, BigInteger> { [place(sum.Total)] = BigInteger.MinusOne };
        foreach (var cell in sum.Parts.Select(place))
        {
            terms[cell] = terms.GetValueOrDefault(cell) + 1;
        }

        return new SuppressionEquation(place(sum.Total), terms.Where(term => !term.Value.IsZero).ToDictionary());
    }
}
