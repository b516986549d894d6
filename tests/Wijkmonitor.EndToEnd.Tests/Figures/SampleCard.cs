using System.Text.Json;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Indicators.Scorecards.Model;
using Wijkmonitor.Local;

namespace Wijkmonitor.EndToEnd.Tests.Figures;

/// <summary>A scorecard of the samples that a kind says something of, in the file <c>samples.json</c> of its tests.</summary>
internal sealed record SampleCard(
    string Area, int Year, Dictionary<string, SampleLine>? Lines = null, SampleLine? FirstLine = null, string[]? Findings = null, string[]? KnownTotals = null, int? Totals = null, decimal[]? Values = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>Reads those of a kind; none where its tests have no such file.</summary>
    public static SampleCard[] Read(string kind)
    {
        var folder = ScoringRules.GetSettingName(kind)["Rules__".Length..];
        var file = RepositoryFolder.File("tests", "Wijkmonitor.Indicators.Tests", "Scorecards", "Kinds", folder, "samples.json");
        return File.Exists(file) ? JsonSerializer.Deserialize<SampleCard[]>(File.ReadAllText(file), Json)! : [];
    }

    /// <summary>Asserts that a scorecard is as this says.</summary>
    public void MustHold(Scorecard card)
    {
        Assert.All(Lines ?? [], expected => expected.Value.MustHold(card.Lines.Single(line => line.Code == expected.Key)));
        FirstLine?.MustHold(card.Lines[0]);
        Assert.Subset(card.Findings.Select(finding => finding.Code).ToHashSet(), (Findings ?? []).ToHashSet());
        Assert.All(KnownTotals ?? [], total => Assert.NotNull(card.Totals.Single(found => found.Code == total).Value));
        Assert.Equal(Totals ?? card.Totals.Count, card.Totals.Count);
        Assert.Equal(Values ?? card.Lines.Select(line => line.Value ?? 0), card.Lines.Select(line => line.Value ?? 0));
    }
}

/// <summary>A line of it.</summary>
internal sealed record SampleLine(decimal? Value = null, decimal[]? Range = null, Dictionary<string, decimal>? Figures = null)
{
    /// <summary>Asserts that a line is as this says.</summary>
    public void MustHold(ScorecardLine line)
    {
        Assert.Equal(Value ?? line.Value, line.Value);
        Assert.Equal(Range is [var low, var high] ? new ValueRange(low, high) : line.Range, line.Range);
        Assert.All(Figures ?? [], figure => Assert.Equal(figure.Value, line.Figures[figure.Key]));
    }
}
