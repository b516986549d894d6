using Microsoft.Azure.Functions.Worker.Tests.Support;

namespace Microsoft.Azure.Functions.Worker.Tests.Settings;

public sealed class SettingsTests
{
    private const string Local = """
        {
          // as Core Tools reads it
          "IsEncrypted": false,
          "Values": { "WORKER_TESTS_LOCAL": "local", "WORKER_TESTS_BOTH": "local", "Section__Key": "nested", "Number": 7 },
        }
        """;

    [Fact]
    public void The_values_of_local_settings_are_settings_over_which_the_environment_goes()
    {
        using var folder = new TestFolder();
        folder.Write("local.settings.json", Local);
        folder.Write("appsettings.json", """{ "WORKER_TESTS_LOCAL": "file", "WORKER_TESTS_FILE": "file" }""");
        Environment.SetEnvironmentVariable("WORKER_TESTS_BOTH", "environment");

        var settings = TestWorker.CreateBuilder(folder, []).Configuration;

        Assert.Equal("local", settings["WORKER_TESTS_LOCAL"]);
        Assert.Equal("file", settings["WORKER_TESTS_FILE"]);
        Assert.Equal("environment", settings["WORKER_TESTS_BOTH"]);
        Assert.Equal("nested", settings["Section:Key"]);
        Assert.Equal("7", settings["Number"]);
    }

    [Fact]
    public void Local_settings_are_left_alone_under_the_host()
    {
        using var folder = new TestFolder();
        folder.Write("local.settings.json", Local);

        Assert.Null(TestWorker.CreateBuilder(folder, [], "--FUNCTIONS_CUSTOMHANDLER_PORT=0").Configuration["WORKER_TESTS_LOCAL"]);
    }

    [Theory]
    [InlineData("""{ "IsEncrypted": true, "Values": {} }""", "is encrypted")]
    [InlineData("""{ "Values": """, "cannot be read")]
    public void Local_settings_that_cannot_be_read_stop_the_start(string text, string reason)
    {
        using var folder = new TestFolder();
        folder.Write("local.settings.json", text);

        var error = Assert.Throws<InvalidOperationException>(() => TestWorker.CreateBuilder(folder, []));

        Assert.Contains("local.settings.json", error.Message);
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void A_port_of_the_host_that_is_none_stops_the_start()
    {
        using var folder = new TestFolder();

        var error = Assert.Throws<InvalidOperationException>(
            () => TestWorker.CreateBuilder(folder, [], "--FUNCTIONS_CUSTOMHANDLER_PORT=high"));

        Assert.Contains("FUNCTIONS_CUSTOMHANDLER_PORT", error.Message);
    }
}
