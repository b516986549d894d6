using System.Globalization;
using Wijkmonitor.Functions.Storage.Core;
using Wijkmonitor.Functions.Storage.Observations;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Observations.Periods;

namespace Wijkmonitor.Functions.Tests.Storage.Observations;

public sealed class ObservationPartsTests
{
    /// <summary>The published vectors of FNV-1a (32 bits): e40c292c and bf9cf968.</summary>
    [Theory]
    [InlineData("a", 1, 0)]
    [InlineData("a", 2, 0)]
    [InlineData("a", 16, 0xc)]
    [InlineData("a", 65_536, 0x292c)]
    [InlineData("foobar", 16, 0x8)]
    [InlineData("foobar", 65_536, 0xf968)]
    public void An_indicators_part_is_the_low_bits_of_the_hash_of_its_code(string code, int count, int part) =>
        Assert.Equal(part, ObservationParts.GetPart(code, count));

    [Theory]
    [InlineData(0, false, 1)]
    [InlineData(240, false, 1)]
    [InlineData(241, false, 2)]
    [InlineData(1000, false, 8)]
    [InlineData(120, true, 1)]
    [InlineData(121, true, 2)]
    [InlineData(1000, true, 16)]
    public void There_are_as_few_parts_as_hold_all_indicators(int indicators, bool isMerged, int count) =>
        Assert.Equal(count, ObservationParts.CountFor(
            [.. Enumerable.Range(0, indicators).Select(i => string.Create(CultureInfo.InvariantCulture, $"var_{i:0000}"))], isMerged));

    [Fact]
    public void Parts_of_a_row_sort_after_it_and_a_larger_division_after_a_smaller_one()
    {
        var area = AreaCode.Parse("GM0363");
        string[] inOrder =
        [
            Keys.GetObservationRow(area, "base", new Period(2023), 16, 15),
            Keys.GetObservationRow(area, "base", new Period(2024)),
            Keys.GetObservationRow(area, "base", new Period(2024), 2, 1),
            Keys.GetObservationRow(area, "base", new Period(2024), 16, 0),
            Keys.GetObservationRow(area, "base", new Period(2024), 16, 2),
            Keys.GetObservationRow(area, "base", new Period(2024), 16, 10),
            Keys.GetObservationRow(area, "base", new Period(2024), 128, 0),
            Keys.GetObservationRow(area, "base", new Period(2025)),
        ];

        Assert.Equal("GM0363|base|2024!0016.0010", inOrder[5]);
        Assert.Equal("GM0363|base|2024", Keys.GetObservationRow(area, "base", new Period(2024), parts: 1, part: 0));
        Assert.Equal(inOrder.Order(StringComparer.Ordinal), inOrder);
        Assert.All(inOrder, key => Assert.True(Keys.IsValid(key)));
        Assert.All(inOrder, key => Assert.StartsWith(Keys.GetObservationRow(area), key));
    }
}
