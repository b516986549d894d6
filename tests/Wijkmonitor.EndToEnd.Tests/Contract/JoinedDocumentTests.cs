using System.Text;
using System.Text.Json.Nodes;
using Wijkmonitor.Functions.Api.OpenApi;
using Wijkmonitor.Local;
using Wijkmonitor.OpenApi;

namespace Wijkmonitor.EndToEnd.Tests.Contract;

/// <summary>Joining of the parts of the contract by the build.</summary>
public sealed class JoinedDocumentTests : IDisposable
{
    private const string Head = """
        openapi: "3.0.3"
        info:
          title: Example
          version: "1.0.0"
        paths:
          /a:
            get:
              responses:
                "200": {description: 'on'}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wijkmonitor-openapi-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Parts_are_joined_in_their_order()
    {
        var document = Join(Head, """
            paths:
              /b:
                get:
                  responses:
                    "204": {description: Done}
            """);

        var json = JsonNode.Parse(document.ToJson())!;
        Assert.Equal(["/a", "/b"], json["paths"]!.AsObject().Select(path => path.Key));
        Assert.True(JsonNode.DeepEquals(json, ContractDocument.ReadYaml(Encoding.UTF8.GetString(document.ToYaml()))));
    }

    [Fact]
    public void A_text_that_older_YAML_takes_for_something_else_stays_quoted() =>
        Assert.Contains("description: 'on'", Encoding.UTF8.GetString(Join(Head).ToYaml()));

    [Theory]
    [InlineData("info:\n  title: Another", "part1.yaml(2,3)", "'title' is already defined")]
    [InlineData("paths:\n  /b: {}\n  /b: {}", "part1.yaml(3,3)", "Duplicate key")]
    [InlineData("paths: [", "part1.yaml(", "parsing")]
    [InlineData("- a", "part1.yaml", "one YAML mapping")]
    [InlineData("paths:\n  /b:\n    get:\n      responses:\n        \"200\": {$ref: '#/components/responses/Absent'}", "part0.yaml", "Absent")]
    [InlineData("paths:\n  /b:\n    get:\n      summery: Wrong\n      responses:\n        \"200\": {description: Fine}", "part0.yaml", "summery")]
    public void An_error_is_reported_with_its_place(string part, string location, string message)
    {
        var error = Assert.Single(Assert.Throws<InvalidDocumentException>(() => Join(Head, part)).Errors);

        Assert.StartsWith(Path.Combine(folder.FullName, location), error.Location);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Each_file_of_the_contract_has_the_paths_of_one_tag()
    {
        var tags = ContractDocument.Current["tags"]!.AsArray().Select(tag => (string)tag!["name"]!).ToDictionary(tag => tag.ToLowerInvariant().Replace(' ', '-'));
        var parts = Directory.EnumerateFiles(RepositoryFolder.File("src", "Wijkmonitor.Functions", "Api", "OpenApi", "Document"), "*.yaml")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => ContractDocument.ReadYaml(File.ReadAllText(file)));

        // A tag may have several files: its name, a dot and the resource.
        Assert.Equal(
            tags.Keys.Concat(["components", "openapi"]).Order(StringComparer.Ordinal),
            parts.Keys.Select(GetTag).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(parts, part => Assert.All(
            part.Value["paths"]?.AsObject().SelectMany(path => path.Value!.AsObject()) ?? [],
            operation => Assert.Equal(tags[GetTag(part.Key)], (string)Assert.Single(operation.Value!["tags"]!.AsArray())!)));
    }

    [Fact]
    public void The_build_embeds_the_joined_parts_of_the_contract()
    {
        var document = RepositoryFolder.File("src", "Wijkmonitor.Functions", "Api", "OpenApi", "Document");
        var head = Path.Combine(document, "openapi.yaml");

        var joined = JoinedDocument.Read([head, .. Directory.EnumerateFiles(document, "*.yaml").Where(file => file != head)]);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(joined.ToJson()), ContractDocument.Current));
        Assert.True(JsonNode.DeepEquals(ContractDocument.ReadYaml(Encoding.UTF8.GetString(OpenApiDocument.Current.Yaml)), ContractDocument.Current));
    }

    private static string GetTag(string part) => part.Split('.')[0];

    private JoinedDocument Join(params string[] parts)
    {
        var files = parts.Select((_, index) => Path.Combine(folder.FullName, $"part{index}.yaml")).ToList();
        foreach (var (file, part) in files.Zip(parts))
        {
            File.WriteAllText(file, part);
        }

        return JoinedDocument.Read(files);
    }
}
