using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.xUnitV3;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.Functions.Middleware;
using Wijkmonitor.Functions.Tests.Structure.Fixtures.North;
using Wijkmonitor.Functions.Tests.Structure.Fixtures.South;
using Wijkmonitor.Indicators.Scorecards.Engine;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>Structure of the code (docs/architecture.md): no rule has exceptions, and each is shown to find a violation.</summary>
public sealed partial class StructureTests
{
    private const string Kinds = "Scorecards/Kinds";
    private const string AspNetCore = "Microsoft.AspNetCore";

    // A folder uses those in layers above it in this list, and none in its own or below; a kind of scorecard uses its own folders too.
    private static readonly string[][] LayersOfDomain =
    [
        ["Localization", "Access"],
        ["Configuration"],
        ["Areas"],
        ["Catalogue", "Observations/Periods"],
        ["Observations"],
        ["Aggregation", "Statistics", "Scorecards/Model/Calculations", "Scorecards/Model/Subjects", "Disclosure/Counts"],
        ["Disclosure/Publications"],
        ["Ledgers", "Scorecards/Model", "Disclosure", "Scorecards/Engine/Rules"],
        ["Scorecards/Engine", "SocialMortgage/Contracts"],
        ["Scorecards/Engine/Subjects", "SocialMortgage/Dossiers", "SocialMortgage/Repayment"],
        ["SocialMortgage/Statements"],
        ["SocialMortgage/Scenarios", "Scorecards/Kinds/*", "Datasets/Definitions/Layouts"],
        [Kinds, "Datasets/Problems", "Datasets/Items", "Datasets/PersonalData", "Datasets/Definitions/Contents"],
        ["Datasets/Definitions"],
        ["Datasets/Messages", "Datasets/Sources/Records", "Datasets/Drafts"],
        ["Datasets/Sources/Streams"],
        ["Datasets/Sources/Csv", "Datasets/Sources/Cells"],
        ["Datasets/Sources", "Datasets/Recognition"],
        ["Datasets/Parsing/Rows"],
        ["Datasets/Parsing/Figures", "Datasets/Parsing/Records"],
        ["Datasets/Checks"],
        ["Datasets/Readers", "Datasets/Readers/GeoJson"],
        ["Datasets/Formats/Core"],
        ["Datasets/Formats/Areas", "Datasets/Formats/Bookings"],
        ["Datasets/Formats"],
    ];

    private static readonly string[][] LayersOfApp =
    [
        ["Observability", "Settings", "Spreadsheets"],
        ["Storage/Core", "Storage/Connections"],
        ["Storage/Overlays", "Storage/Deliveries", "Storage/Operations", "Storage/Publications", "Storage/Scorecards"],
        ["Storage/Areas", "Storage/Observations", "Storage/SocialMortgages"],
        ["Storage/Formats"],
        ["Storage/Rows"],
        ["Storage"],
        ["Configuration"],
        ["Figures"],
        ["Security"],
        ["Http/Formats", "Scoring"],
        ["Http/Responses"],
        ["Http/Requests"],
        ["Ingest/Checks", "Ingest/Steps"],
        ["Ingest/Deliveries"],
        ["Ingest/Decisions", "Ingest/Previews"],
        ["Ingest"],
        ["Api/Areas", "Api/Datasets", "Api/Deliveries", "Api/Fallback", "Api/Health", "Api/Observations", "Api/OpenApi", "Api/Scorecards", "Api/Subjects", "Api/WellKnown"],
        ["Api/SocialMortgages", "Dashboard", "Replay"],
        ["Api", "Middleware"],
    ];

    private static CompiledCode Domain => CompiledCode.Domain;

    private static CompiledCode App => CompiledCode.App;

    private static CompiledCode Fixtures => CompiledCode.Fixtures;

    private static IReadOnlyList<Type> FunctionClasses => [.. App.Types.Where(type => GetFunctions(type).Any())];

    [Fact]
    public void Folders_of_the_domain_have_no_cycles() => HasNoCycles(Domain).Check(Domain.Architecture);

    [Fact]
    public void Folders_of_the_app_have_no_cycles() => HasNoCycles(App).Check(App.Architecture);

    [Fact]
    public void A_cycle_between_two_folders_is_found()
    {
        Assert.False(HasNoCycles(Fixtures).HasNoViolations(Fixtures.Architecture));
        Assert.True(Domain.Types.Select(type => type.Namespace).Distinct().Count() > 30);
        Assert.True(App.Types.Select(type => type.Namespace).Distinct().Count() > 25);
    }

    [Fact]
    public void A_folder_of_the_domain_uses_none_in_its_own_or_a_higher_layer()
    {
        Assert.Empty(Rules.FoldersWithoutALayer(Domain, LayersOfDomain));
        Assert.Empty(Rules.Upwards(Domain, LayersOfDomain));
    }

    [Fact]
    public void A_folder_of_the_app_uses_none_in_its_own_or_a_higher_layer()
    {
        Assert.Empty(Rules.FoldersWithoutALayer(App, LayersOfApp));
        Assert.Empty(Rules.Upwards(App, LayersOfApp));
    }

    [Fact]
    public void An_upward_dependency_and_a_folder_without_a_layer_are_found()
    {
        Assert.NotEmpty(Rules.Upwards(Domain, [.. LayersOfDomain.Reverse()]));
        Assert.NotEmpty(Rules.Upwards(App, [.. LayersOfApp.Reverse()]));
        Assert.Equal(["East"], Rules.FoldersWithoutALayer(Fixtures, [["North"], ["South"]]));
        Assert.All(Rules.Upwards(Fixtures, [["North"], ["South"]]), found => Assert.EndsWith("North.Compass", found.From));
        Assert.NotEmpty(Rules.Upwards(Fixtures, [["North", "South"], ["East"]]));
    }

    [Theory]
    [InlineData("Azure")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.Extensions")]
    public void The_domain_uses_no_cloud_web_or_host_types(string library)
    {
        Assert.Empty(Rules.UsesOutside(Domain, library));
        Assert.NotEmpty(Rules.UsesOutside(App, library));
    }

    [Theory]
    [InlineData("CsvHelper", "Datasets/Sources")]
    [InlineData("ExcelDataReader", "Datasets/Sources")]
    [InlineData("MathNet", "Statistics")]
    public void A_library_of_the_domain_is_used_in_one_folder(string library, string folder)
    {
        Assert.Empty(Rules.UsesOutside(Domain, library, folder));
        Assert.NotEmpty(Rules.UsesOutside(Domain, library));
    }

    [Fact]
    public void All_CSV_of_the_app_is_written_in_one_folder()
    {
        Assert.Empty(Rules.UsesOutside(App, "CsvHelper", "Spreadsheets"));
        Assert.NotEmpty(Rules.UsesOutside(App, "CsvHelper"));
    }

    [Fact]
    public void Calendars_are_written_in_one_folder()
    {
        Assert.Empty(Rules.UsesOutside(App, "Ical", "Api/Subjects"));
        Assert.NotEmpty(Rules.UsesOutside(App, "Ical"));
    }

    [Fact]
    public void Only_storage_and_observability_use_Azure()
    {
        Assert.Empty(Rules.UsesOutside(App, "Azure", "Storage", "Observability"));
        Assert.Contains(Rules.UsesOutside(App, "Azure", "Observability"), found => found.FromNamespace.Contains(".Storage.", StringComparison.Ordinal));
        Assert.Contains(Rules.UsesOutside(App, "Azure", "Storage"), found => found.FromNamespace.EndsWith(".Observability", StringComparison.Ordinal));
        Assert.NotEmpty(Rules.UsesOutside(Fixtures, "Azure", "North", "South"));
    }

    [Fact]
    public void Only_the_http_edge_uses_types_of_the_web()
    {
        Assert.Empty(Rules.UsesOutside(App, AspNetCore, "Http", "Api", "Middleware", "Security", "Dashboard"));
        Assert.NotEmpty(Rules.UsesOutside(App, AspNetCore, "Http"));
        Assert.NotEmpty(Rules.UsesOutside(Fixtures, AspNetCore, "North", "South"));
    }

    [Fact]
    public void No_kind_of_scorecard_uses_another()
    {
        Assert.Empty(Rules.BetweenNeighbours(Domain, Kinds));
        Assert.NotEmpty(Rules.BetweenNeighbours(Domain, "Scorecards"));
    }

    [Fact]
    public void Only_the_list_of_kinds_uses_the_types_of_a_kind()
    {
        Assert.Equal([typeof(Indicators.Scorecards.Kinds.ScorecardKinds).FullName!], Rules.UsersOfChildren(Domain.Dependencies, Domain, Kinds)
            .Where(IsNoPartOfKinds));
        Assert.Empty(Rules.UsersOfChildren(App.Dependencies, Domain, Kinds));
        Assert.NotEmpty(Rules.UsersOfChildren(App.Dependencies, Domain, "Scorecards"));
    }

    [Fact]
    public void Each_kind_has_its_own_folder()
    {
        var folders = Domain.Types.Select(type => Rules.GetChild(Domain.GetFolder(type.Namespace!), Kinds)).OfType<string>().Distinct()
            .Order(StringComparer.Ordinal);
        var kinds = Domain.Types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IScorecardKind)))
            .Select(type => Rules.GetChild(Domain.GetFolder(type.Namespace!), Kinds)).Order(StringComparer.Ordinal);

        Assert.Equal(folders, kinds);
        Assert.Equal(Indicators.Scorecards.Kinds.ScorecardKinds.Names.Count, folders.Count());
    }

    [Fact]
    public void A_class_of_functions_uses_no_other_one()
    {
        var names = FunctionClasses.Select(type => type.FullName!).ToHashSet(StringComparer.Ordinal);

        Assert.True(names.Count > 15);
        Assert.DoesNotContain(App.Dependencies, used => names.Contains(used.From) && names.Contains(used.To) && used.From != used.To);
        Assert.Contains(App.Dependencies, used => names.Contains(used.From) && used.To.EndsWith(".ApiResults", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_classes_with_functions_are_named_so() => Assert.Equal(
        FunctionClasses.Select(type => type.Name).Order(StringComparer.Ordinal),
        App.Types.Select(type => type.Name).Where(name => name.EndsWith("Functions", StringComparison.Ordinal)
            || name.EndsWith("Function", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_function_that_answers_requests_has_one_access_policy()
    {
        var served = FunctionClasses.SelectMany(GetFunctions)
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name).Order(StringComparer.Ordinal).ToList();
        var written = Declared().Matches(File.ReadAllText(RepositoryFolder.File("src", "Wijkmonitor.Functions", "Middleware", "OperationAccess.cs")))
            .Select(match => match.Value).ToList();

        Assert.Equal(served, OperationAccess.Functions.Order(StringComparer.Ordinal));

        // A second row of the same name would take the place of the first one.
        Assert.Equal(served.Count, written.Count);
        Assert.Equal(written, written.Distinct(StringComparer.Ordinal));
        Assert.Null(OperationAccess.Find("NeverDeclared"));
    }

    [Fact]
    public void Classes_are_sealed_unless_another_derives_from_them()
    {
        Assert.Empty(Rules.Unsealed(Domain.Types));
        Assert.Empty(Rules.Unsealed(App.Types));
        Assert.Equal([typeof(Compass).FullName!], Rules.Unsealed(Fixtures.Types));
    }

    // No rule about folders sees them. A namespace is its folder, so that their types are those at the root.
    [Theory]
    [InlineData("Wijkmonitor.Indicators")]
    [InlineData("Wijkmonitor.Functions", "MonitorModules.cs", "Program.cs")]
    public void Only_what_composes_a_project_is_outside_its_folders(string project, params string[] files) => Assert.Equal(
        files, Directory.EnumerateFiles(RepositoryFolder.File("src", project), "*.cs").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Fact]
    public void No_type_has_a_vague_name()
    {
        Assert.Empty(Rules.VagueNames(Domain.Types));
        Assert.Empty(Rules.VagueNames(App.Types));
        Assert.Equal([nameof(SignManager)], Rules.VagueNames(Fixtures.Types));
    }

    // The compiler puts lambdas of the list in a type within it.
    private static bool IsNoPartOfKinds(string type) => !type.Contains('+', StringComparison.Ordinal);

    private static SliceRule HasNoCycles(CompiledCode code) => SliceRuleDefinition.Slices().Matching($"{code.Root}.(**)").Should().BeFreeOfCycles();

    private static IEnumerable<MethodInfo> GetFunctions(Type type) => type.GetMethods()
        .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null);

    [GeneratedRegex(@"(?<=^\s+\[)(""\w+""|\w+\.Name)(?=\] = new\()", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declared();
}
