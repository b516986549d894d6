using System.Text.Json.Nodes;
using Wijkmonitor.Indicators.Observations;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Indicators.Scorecards.Kinds;
using Wijkmonitor.Indicators.Tests.Scorecards.Kinds;

namespace Wijkmonitor.Indicators.Tests.Golden;

/// <summary>Rules other than the example's: the choices that the example does not make.</summary>
/// <param name="Version">The version of the rules.</param>
/// <param name="Change">Change of the example that makes them.</param>
internal sealed record RuleVariant(string Version, Action<JsonNode> Change);

/// <summary>Published figures that the scorecards of a kind are computed from.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Files">Its files in the folder with published data.</param>
internal sealed record PublishedFigures(string Dataset, IReadOnlyList<string> Files);

/// <summary>Golden cases of a kind of scorecard. Each is in the folder of the tests of its kind, which is how its kind is known.</summary>
internal abstract class GoldenKind
{
    /// <summary>Those of all kinds, in order of name.</summary>
    public static IReadOnlyList<GoldenKind> All { get; } =
        [.. typeof(GoldenKind).Assembly.GetTypes().Where(type => type.BaseType == typeof(GoldenKind))
            .Select(type => (GoldenKind)Activator.CreateInstance(type)!).OrderBy(golden => golden.Kind, StringComparer.Ordinal)];

    /// <summary>The kind.</summary>
    public string Kind => ScorecardKinds.Names.Single(name => string.Equals(name.Replace("-", ""), GetType().Namespace!.Split('.')[^1], StringComparison.OrdinalIgnoreCase));

    /// <summary>The codes of all findings that its scorecards can have.</summary>
    public abstract IReadOnlyList<string> Findings { get; }

    /// <summary>Rules that make the choices that the example does not make.</summary>
    public abstract IReadOnlyList<RuleVariant> Variants { get; }

    /// <summary>Published figures that its scorecards are computed from too; null for none.</summary>
    public virtual PublishedFigures? Published => null;

    /// <summary>Records about areas of the generated city that its scorecards use.</summary>
    public virtual IEnumerable<AreaRecord> Records => [];

    /// <summary>Finds the years in which an indicator that it uses was delivered in the generated city; null where they are all years.</summary>
    public virtual IReadOnlyList<int>? FindYears(string indicator) => null;

    /// <summary>Sets figures of the generated city so that what chance would not bring occurs in its scorecards.</summary>
    public virtual void AddStories(GeneratedCity city)
    {
    }

    /// <summary>The kind by each of its variants.</summary>
    public IEnumerable<IScorecardKind> ByVariants() => Variants.Select(variant => ExampleKinds.Example(Kind, json =>
    {
        variant.Change(json);
        json["version"] = variant.Version;
    }));
}
