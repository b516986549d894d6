using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Wijkmonitor.Indicators.Catalogue;
using Wijkmonitor.Indicators.Scorecards.Engine.Rules;

namespace Wijkmonitor.Indicators.Scorecards.Engine;

/// <summary>Entry of a kind in the list of kinds.</summary>
/// <param name="Info">Name and description of the kind.</param>
/// <param name="Json">JSON of its rules.</param>
/// <param name="Rules">The type of its rules.</param>
/// <param name="Read">Reads its rules, with the options that the rules of all kinds are read by.</param>
internal sealed record KindRegistration(
    ScorecardKindInfo Info, JsonSerializerContext Json, Type Rules, Func<JsonSerializerOptions, Stream, IndicatorCatalogue, IScorecardKind> Read)
{
    /// <summary>Creates the entry of a kind.</summary>
    /// <param name="info">Name and description of the kind.</param>
    /// <param name="json">JSON of its rules.</param>
    /// <param name="create">Creates the kind by rules that are valid.</param>
    public static KindRegistration Create<TRules>(ScorecardKindInfo info, JsonSerializerContext json, Func<TRules, IScorecardKind> create)
        where TRules : ScorecardRules =>
        new(info, json, typeof(TRules), (options, stream, catalogue) =>
            create(RuleValidator.Read(info.Name, stream, (JsonTypeInfo<TRules>)options.GetTypeInfo(typeof(TRules)), catalogue)));
}
