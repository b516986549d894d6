using System.Text.Json;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Storage.Scorecards;
using Wijkmonitor.Indicators.Areas;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Functions.Security;

/// <summary>Visibility of the inputs of derived figures.</summary>
/// <remarks>
/// A figure of a custom area, or one that a crosswalk carried, lists the figures of its parts. Who may not see the figure of one of them, or may not
/// know which areas a custom area consists of, gets none of that list: with one left out, the rest would give it.
/// </remarks>
public sealed class InputVisibility(VisibilityPolicy visibility, CurrentDatasets datasets)
{
    private const string CustomArea = "custom-area";
    private const string Derived = "derived-";

    /// <summary>Whether a caller may know the parts of a custom area, by the strictest definition of such areas.</summary>
    public bool CanSeeParts(Caller caller, AreaCode customArea) =>
        datasets.All.Where(definition => definition.Records == RecordKind.CustomAreas).All(definition => visibility.CanSee(caller, definition.Id, customArea));

    /// <summary>Limits a stored scorecard to the inputs that a caller may see.</summary>
    public ServedScorecard Limit(Caller caller, ServedScorecard served)
    {
        if (caller.IsAdmin || served.Json.AsSpan().IndexOf("\"from\":["u8) < 0)
        {
            return served;
        }

        var card = JsonSerializer.Deserialize(served.Json, StoredScorecardJson.Default.Scorecard)!;
        var limited = Limit(caller, card);
        return ReferenceEquals(limited, card) ? served : served.With(limited);
    }

    /// <summary>Limits a scorecard to the inputs that a caller may see. Returns it unchanged where that is all of them.</summary>
    public Scorecard Limit(Caller caller, Scorecard card)
    {
        List<ScorecardLine> lines = [.. card.Lines.Select(line => Limit(caller, line))];
        return lines.Zip(card.Lines).All(pair => ReferenceEquals(pair.First, pair.Second)) ? card : card with { Lines = lines };
    }

    /// <summary>Limits an input to the parts that a caller may see. Returns it unchanged where that is all of them.</summary>
    public ScorecardInput Limit(Caller caller, ScorecardInput input)
    {
        var isLimited = input.From is { Count: > 0 } parts && !parts.All(part => CanSee(caller, part));
        var from = isLimited ? [] : LimitAll(caller, input.From);
        var others = LimitAll(caller, input.Others);
        return ReferenceEquals(from, input.From) && ReferenceEquals(others, input.Others)
            ? input
            : input with { From = from, Others = others, Completeness = isLimited ? input.Completeness?.RemoveNames() : input.Completeness };
    }

    private ScorecardLine Limit(Caller caller, ScorecardLine line)
    {
        var inputs = LimitAll(caller, line.Inputs)!;
        return ReferenceEquals(inputs, line.Inputs) ? line : line with { Inputs = inputs, Completeness = line.Completeness?.RemoveNames() };
    }

    private IReadOnlyList<ScorecardInput>? LimitAll(Caller caller, IReadOnlyList<ScorecardInput>? inputs)
    {
        List<ScorecardInput> limited = [.. (inputs ?? []).Select(input => Limit(caller, input))];
        return inputs is null || limited.Zip(inputs).All(pair => ReferenceEquals(pair.First, pair.Second)) ? inputs : limited;
    }

    // For a part that was derived itself, what it was derived from decides. What belongs to no area is no figure.
    private bool CanSee(Caller caller, ScorecardInput part) => part.Key.Split('/') switch
    {
        [CustomArea, _, var custom, ..] => !AreaCode.TryParse(custom, out var area) || CanSeeParts(caller, area),
        [_, var derived, ..] when derived.StartsWith(Derived, StringComparison.Ordinal) => (part.From ?? []).All(input => CanSee(caller, input)),
        [var code, var dataset, ..] when AreaCode.TryParse(code, out var area) => visibility.CanSee(caller, dataset, area),
        _ => true,
    };
}
