using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Tests.Configuration;
using Wijkmonitor.Indicators.Configuration;
using Wijkmonitor.Indicators.Scorecards.Kinds;

namespace Wijkmonitor.Functions.Tests.Scoring;

/// <summary>The files of rules that settings name, for every kind.</summary>
public sealed class ScoringRulesTests
{
    private static readonly string Folder = Stores.Config.Folder;

    public static TheoryData<string> Kinds => [.. ScorecardKinds.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_setting_names_one_file_or_several_in_order(string kind)
    {
        using var second = new CopiedRules(kind);
        var example = $"rules/{kind}/example.json";

        Assert.Equal([kind], Read(kind, example).Kinds.Select(read => read.Name));
        var version = Assert.Single(Read(kind, example).Kinds).RuleVersion;
        Assert.Equal([version, CopiedRules.Version], Read(kind, $" {example} ; {second.File}; ").Kinds.Select(read => read.RuleVersion));
        Assert.Equal(CopiedRules.Version, Read(kind, $"{second.File};{example}").Kinds[0].RuleVersion);
        Assert.Equal(Read(kind, example).Infos.Count, Read(kind, $"{example};{second.File}").Infos.Count);
        Assert.Empty(Read(kind, "").Kinds);
    }

    [Theory]
    [InlineData("{0};rules/none.json", "names 'rules/none.json', which is not in")]
    [InlineData("rules/none.json; {0}", "names 'rules/none.json', which is not in")]
    [InlineData("{0}; {0}", "names '{0}' twice")]
    [InlineData("{0}; indicators.json", "names 'indicators.json'. ")]
    public void A_list_with_a_file_that_cannot_be_used_is_refused(string files, string fault)
    {
        var kind = ScorecardKinds.Infos[0].Name;
        var example = $"rules/{kind}/example.json";

        var refusal = Assert.Throws<ConfigurationException>(() => Read(kind, files.Replace("{0}", example)));

        Assert.Contains($"The setting {ScoringRules.GetSettingName(kind)} {fault.Replace("{0}", example)}", refusal.Message);
    }

    [Fact]
    public async Task A_former_name_of_a_field_is_reported_at_the_start_with_the_current_one()
    {
        using var former = new FormerRules();
        using var log = new LogLines();
        using var provider = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddScoring(Read(FormerRules.Kind, former.File))
            .BuildServiceProvider();

        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["Accepted former field leastCount in version example-1 of the rules of vulnerability; rename it to minCount before the next release"], log.Lines);
    }

    private static ScoringRules Read(string kind, string files) => ScoringRules.From(
        new ConfigurationBuilder().AddInMemoryCollection([new(ScoringRules.GetSettingName(kind).Replace("__", ":"), files)]).Build(), Folder,
        Stores.Config.Catalogue);

    private sealed class CopiedRules : IDisposable
    {
        public CopiedRules(string kind)
        {
            var example = System.IO.File.ReadAllText(Path.Combine(Folder, "rules", kind, "example.json"));
            var rules = JsonNode.Parse(example)!;
            rules["version"] = Version;
            System.IO.File.WriteAllText(File, rules.ToJsonString());
        }

        public static string Version => "ours-2";

        public string File { get; } = Path.Combine(Path.GetTempPath(), $"rules-{Guid.NewGuid():N}.json");

        public void Dispose() => System.IO.File.Delete(File);
    }

    private sealed class FormerRules : IDisposable
    {
        public const string Kind = "vulnerability";

        public FormerRules() => System.IO.File.WriteAllText(
            File, System.IO.File.ReadAllText(Path.Combine(Folder, "rules", Kind, "example.json"))
                .Replace("\"minCount\"", "\"leastCount\"", StringComparison.Ordinal));

        public string File { get; } = Path.Combine(Path.GetTempPath(), $"rules-{Guid.NewGuid():N}.json");

        public void Dispose() => System.IO.File.Delete(File);
    }
}
