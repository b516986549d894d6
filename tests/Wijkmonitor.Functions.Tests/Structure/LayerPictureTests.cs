using System.Text.RegularExpressions;
using Wijkmonitor.Local;

namespace Wijkmonitor.Functions.Tests.Structure;

/// <summary>The pictures of the layers in docs/architecture.md are those of the code.</summary>
public sealed partial class LayerPictureTests
{
    [Fact]
    public void No_folder_of_the_domain_uses_one_that_the_picture_draws_above_it() => Assert.Empty(FindUpwards(CompiledCode.Domain, ReadPicture("Domain")));

    [Fact]
    public void No_folder_of_the_app_uses_one_that_the_picture_draws_above_it() => Assert.Empty(FindUpwards(CompiledCode.App, ReadPicture("Function app")));

    [Fact]
    public void A_picture_upside_down_is_found()
    {
        var (domain, app) = (ReadPicture("Domain"), ReadPicture("Function app"));

        Assert.True(domain.Max(box => box.Layer) > 5);
        Assert.True(app.Max(box => box.Layer) > 5);
        Assert.NotEmpty(FindUpwards(CompiledCode.Domain, [.. domain.Select(box => (-box.Layer, box.Folder))]));
        Assert.NotEmpty(FindUpwards(CompiledCode.App, [.. app.Select(box => (-box.Layer, box.Folder))]));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Function app")]
    public void Every_folder_is_in_the_picture(string heading)
    {
        var code = heading == "Domain" ? CompiledCode.Domain : CompiledCode.App;
        var picture = ReadPicture(heading);

        Assert.All(code.Types.Select(type => code.GetFolder(type.Namespace!)!).Where(folder => folder.Length > 0).Distinct(), folder =>
            Assert.NotNull(FindLayer(picture, folder)));
    }

    [Theory]
    [InlineData("Storage/Scorecards", 3)]
    [InlineData("Storage", 4)]
    [InlineData("Storage/New", null)]
    [InlineData("Api/New", 9)]
    [InlineData("Api", 10)]
    public void A_new_folder_needs_a_place_in_the_picture(string folder, int? layer) => Assert.Equal(layer, FindLayer(ReadPicture("Function app"), folder));

    // Datasets have contracts and bookings as their items; a social mortgage knows nothing of files.
    [Fact]
    public void Datasets_are_drawn_above_social_mortgages()
    {
        var picture = ReadPicture("Domain");

        Assert.True(FindLayer(picture, "Datasets/Items") > FindLayer(picture, "SocialMortgage/Scenarios"));
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Function app")]
    public void No_box_holds_more_than_14_folders(string heading) =>
        Assert.All(ReadPicture(heading).CountBy(box => box.Layer), box => Assert.InRange(box.Value, 1, 14));

    private static IReadOnlyList<string> FindUpwards(CompiledCode code, IReadOnlyList<(int Layer, string Folder)> picture) =>
    [
        .. code.Dependencies
            .Where(used => code.GetFolder(used.ToNamespace) is { Length: > 0 } to && code.GetFolder(used.FromNamespace) is { Length: > 0 } from
                && FindLayer(picture, to) > FindLayer(picture, from))
            .Select(used => $"{used.From} uses {used.To}"),
    ];

    // A name is one folder; with an asterisk it is all folders below.
    private static int? FindLayer(IReadOnlyList<(int Layer, string Folder)> picture, string folder) => picture
        .Where(box => folder == box.Folder || (box.Folder.EndsWith("/*", StringComparison.Ordinal)
            && folder.StartsWith(box.Folder[..^1], StringComparison.Ordinal)))
        .OrderByDescending(box => box.Folder.Length)
        .Select(box => (int?)box.Layer)
        .FirstOrDefault();

    private static List<(int Layer, string Folder)> ReadPicture(string heading)
    {
        var text = File.ReadAllText(RepositoryFolder.File("docs", "architecture.md"));
        var start = text.IndexOf("```mermaid", text.IndexOf($"### {heading}\n", StringComparison.Ordinal), StringComparison.Ordinal);
        var picture = text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
        return
        [
            .. Box().Matches(picture).SelectMany(box => Expand(box.Groups["folders"].Value).Select(folder => (int.Parse(box.Groups["layer"].Value), folder))),
        ];
    }

    // Datasets/{Problems, Items} are two folders, and a name in angle brackets is any.
    private static IEnumerable<string> Expand(string folders) => Folder().Matches(Any().Replace(folders, "*")).SelectMany(match =>
        match.Value.Split('{') is [var parent, var children] ? children.TrimEnd('}').Split(", ").Select(child => parent + child) : [match.Value]);

    [GeneratedRegex(@"\[""(?<layer>\d+) (?<folders>[^""]+)""\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Box();

    [GeneratedRegex(@"[\w/*]+(\{[^}]+\})?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Folder();

    [GeneratedRegex("&lt;\\w+&gt;", RegexOptions.None, 1000)]
    private static partial Regex Any();
}
