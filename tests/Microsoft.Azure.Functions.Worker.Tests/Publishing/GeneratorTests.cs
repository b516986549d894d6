using System.Reflection;
using System.Reflection.Emit;
using System.Text.Json.Nodes;
using Microsoft.Azure.Functions.Worker.Sdk;
using Microsoft.Azure.Functions.Worker.Tests.Support;

namespace Microsoft.Azure.Functions.Worker.Tests.Publishing;

public sealed class GeneratorTests
{
    [Theory]
    [InlineData("9lives", "begins with a letter")]
    [InlineData("with space", "begins with a letter")]
    [InlineData("", "begins with a letter")]
    public void A_name_that_the_host_does_not_take_is_an_error_that_names_it(string name, string reason)
    {
        var error = Refused(new Declaration(name));

        Assert.Contains($"'{name}'", error);
        Assert.Contains(reason, error);
    }

    [Fact]
    public void A_name_has_128_characters_at_most()
    {
        Assert.Single(Read(new Declaration(new string('a', 128))));
        Assert.Contains("128 characters", Refused(new Declaration(new string('a', 129))));
    }

    [Fact]
    public void Two_functions_of_one_name_are_an_error_that_names_it() =>
        Assert.Contains("'ingest'", Refused(new Declaration("Ingest"), new Declaration("ingest")));

    [Fact]
    public void A_function_without_a_trigger_or_behind_a_private_method_is_an_error_that_names_it()
    {
        Assert.Contains("'Untriggered': exactly one", Refused(new Declaration("Untriggered", HasTrigger: false)));
        Assert.Contains("'Hidden': the method", Refused(new Declaration("Hidden", IsPublic: false)));
    }

    [Fact]
    public void An_application_without_functions_is_an_error() => Assert.Contains("no functions", Refused());

    [Fact]
    public void An_http_trigger_without_level_or_methods_is_for_function_keys_and_every_method()
    {
        var bindings = TriggerBindings.OfHttp("res", new AppliedAttribute([], new Dictionary<string, object?>())).Bindings;

        Assert.Equal("""{"type":"httpTrigger","direction":"in","name":"res","authLevel":"function"}""", bindings[0].ToJsonString());
        Assert.Equal("""{"type":"http","direction":"out","name":"response"}""", bindings[1].ToJsonString());
    }

    [Fact]
    public void Folders_of_functions_that_are_gone_are_removed_and_others_left()
    {
        using var folder = new TestFolder();
        FunctionFolders.Write(folder.Path, [new("Former", []), new("Kept", [])]);
        Directory.CreateDirectory(folder.File("byhand"));
        folder.Write("byhand/function.json", "{}");

        FunctionFolders.Write(folder.Path, [new("Kept", []), new("New", [])]);

        Assert.Equal(
            ["Kept", "New", "byhand"], Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_custom_handler_section_is_merged_into_what_host_json_has()
    {
        using var folder = new TestFolder();
        folder.Write("host.json", """{ "customHandler": { "description": { "arguments": ["--x"], "defaultExecutablePath": "old" } }, /* c */ }""");

        HostJson.AddCustomHandler(folder.File("host.json"), "app");

        var description = JsonNode.Parse(File.ReadAllText(folder.File("host.json")))!["customHandler"]!["description"]!;
        Assert.Equal("""{"arguments":["--x"],"defaultExecutablePath":"app"}""", description.ToJsonString());
    }

    [Fact]
    public void A_missing_host_json_is_an_error()
    {
        using var folder = new TestFolder();

        Assert.Throws<FunctionDeclarationException>(() => HostJson.AddCustomHandler(folder.File("host.json"), "app"));
    }

    private static string Refused(params Declaration[] functions) =>
        Assert.Throws<FunctionDeclarationException>(() => Read(functions)).Message;

    private static IReadOnlyList<PublishedFunction> Read(params Declaration[] functions)
    {
        using var folder = new TestFolder();
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Declared"), typeof(object).Assembly);
        var type = assembly.DefineDynamicModule("Declared").DefineType("Functions", TypeAttributes.Public);
        foreach (var function in functions)
        {
            function.Define(type);
        }

        type.CreateType();
        assembly.Save(folder.File("Declared.dll"));
        return AssemblyFunctions.Read(folder.File("Declared.dll"));
    }

    private sealed record Declaration(string Name, bool HasTrigger = true, bool IsPublic = true)
    {
        public void Define(TypeBuilder type)
        {
            var method = type.DefineMethod(
                $"Run{Guid.NewGuid():N}",
                MethodAttributes.Static | (IsPublic ? MethodAttributes.Public : MethodAttributes.Private),
                typeof(void),
                [typeof(object)]);
            method.GetILGenerator().Emit(OpCodes.Ret);
            method.SetCustomAttribute(new CustomAttributeBuilder(typeof(FunctionAttribute).GetConstructor([typeof(string)])!, [Name]));
            var parameter = method.DefineParameter(1, ParameterAttributes.None, "timer");
            if (HasTrigger)
            {
                var trigger = typeof(TimerTriggerAttribute).GetConstructor([typeof(string)])!;
                parameter.SetCustomAttribute(new CustomAttributeBuilder(trigger, ["0 * * * * *"]));
            }
        }
    }
}
