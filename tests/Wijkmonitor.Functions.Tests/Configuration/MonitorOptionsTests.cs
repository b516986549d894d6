using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wijkmonitor.Functions.Api;
using Wijkmonitor.Functions.Api.Health;
using Wijkmonitor.Functions.Api.WellKnown;
using Wijkmonitor.Functions.Figures;
using Wijkmonitor.Functions.Http.Responses;
using Wijkmonitor.Functions.Ingest;
using Wijkmonitor.Functions.Middleware;
using Wijkmonitor.Functions.Scoring;
using Wijkmonitor.Functions.Security;
using Wijkmonitor.Functions.Storage;
using Wijkmonitor.Functions.Storage.Connections;

namespace Wijkmonitor.Functions.Tests.Configuration;

/// <summary>The settings as environment variables, through the registration that the app uses.</summary>
public sealed class MonitorOptionsTests
{
    private const string Origin = "an origin looks like https://example.org.";
    private const string Contact = "it must be an address such as mailto:security@example.org or https://example.org/security.";
    private const string Expires = "it must be the last day on which SecurityTxt__Contact counts, such as 2027-06-30.";

    [Theory]
    [InlineData("Ingest__LeaseSeconds", 15, 60, 60)]
    [InlineData("Ingest__DependencyWaitSeconds", 0, 3600, 60)]
    [InlineData("Ingest__RunMinutes", 1, 40, 20)]
    [InlineData("Health__IngestMinutes", 0, 10_080, 30)]
    [InlineData("Health__ScoringHours", 0, 720, 48)]
    [InlineData("Freshness__StaleAfterDays", 0, 730, 0)]
    [InlineData("RateLimit__RequestsPerMinute", 0, 100_000, 0)]
    [InlineData("Disclosure__MinCount", 1, 1000, 5)]
    [InlineData("Disclosure__IntervalWidth", 1, 1000, 5)]
    [InlineData("StorageTimeouts__TableSeconds", 1, 300, 10)]
    [InlineData("StorageTimeouts__BlobSeconds", 1, 300, 60)]
    [InlineData("StorageTimeouts__RetrySeconds", 0, 600, 20)]
    public void A_number_is_accepted_only_within_its_range(string setting, int min, int max, int byDefault)
    {
        Assert.Equal(byDefault, Read(setting, value: null));
        Assert.Equal(min, Read(setting, $"{min}"));
        Assert.Equal(max, Read(setting, $"{max}"));

        var range = $"it must be {min} to {max}.";
        AssertRejected(setting, $"{min - 1}", $"{setting} is {min - 1}; {range}");
        AssertRejected(setting, $"{max + 1}", $"{setting} is {max + 1}; {range}");
        Assert.All(["many", "", "1.5", "99999999999"], malformed => AssertRejected(setting, malformed, $"{setting} is '{malformed}'; {range}"));
    }

    [Theory]
    [InlineData("Ingest__PatienceSeconds", "Ingest__DependencyWaitSeconds", 0, 3600)]
    [InlineData("Freshness__QuietDays", "Freshness__StaleAfterDays", 0, 730)]
    [InlineData("Disclosure__LeastCount", "Disclosure__MinCount", 1, 1000)]
    public void A_former_name_of_a_setting_is_accepted_unless_the_current_one_is_set(string former, string current, int min, int max)
    {
        Assert.Equal(7, Read(current, value: null, (former, "7")));
        Assert.Equal(8, Read(current, "8", (former, "7")));
        AssertRejected(former, $"{max + 1}", $"{current} is {max + 1}; it must be {min} to {max}.");
        AssertRejected(former, "many", $"{current} is 'many'; it must be {min} to {max}.");
    }

    [Fact]
    public async Task A_former_name_of_a_setting_is_reported_at_the_start_with_the_current_one()
    {
        using var log = new LogLines();
        using var provider = Provide(services => services.AddLogging(logging => logging.AddProvider(log)), ("Ingest__PatienceSeconds", "7"),
            ("Disclosure__MinCount", "7"));

        foreach (var service in provider.GetServices<IHostedService>())
        {
            await service.StartAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            ["Accepted former setting Ingest__PatienceSeconds; rename it to Ingest__DependencyWaitSeconds before the next release"],
            log.Lines);
    }

    [Fact]
    public void The_maximum_file_size_has_only_a_lower_limit()
    {
        const string Setting = "Ingest__MaxFileBytes";

        Assert.Equal(536_870_912L, Read(Setting, value: null));
        Assert.Equal(1L, Read(Setting, "1"));
        Assert.Equal(long.MaxValue, Read(Setting, $"{long.MaxValue}"));
        AssertRejected(Setting, "0", $"{Setting} is 0; it must be 1 or more.");
        AssertRejected(Setting, "512 MB", $"{Setting} is '512 MB'; it must be 1 or more.");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("*", "*")]
    [InlineData("https://a.example.org http://b.example.org:8080,https://c.example.org", "https://a.example.org", "http://b.example.org:8080",
        "https://c.example.org")]
    public void Origins_are_separated_by_spaces_or_commas(string? value, params string[] origins) =>
        Assert.Equal(origins, Provide(("Api__AllowedOrigins", value)).GetRequiredService<ApiOptions>().ParseOrigins());

    [Theory]
    [InlineData("example.org", "example.org")]
    [InlineData("https://example.org/", "https://example.org/")]
    [InlineData("https://example.org ftp://example.org", "ftp://example.org")]
    public void A_malformed_origin_is_rejected(string value, string malformed) =>
        AssertRejected("Api__AllowedOrigins", value, $"Api__AllowedOrigins names '{malformed}'; {Origin}");

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("", "", null)]
    [InlineData(null, "soon", null)]
    [InlineData("mailto:security@example.org", "2027-06-30", "mailto:security@example.org")]
    [InlineData("https://example.org/security", "2027-06-30", "https://example.org/security")]
    [InlineData("tel:+31-20-0000000", "2027-06-30", "tel:+31-20-0000000")]
    public void A_security_contact_is_valid_until_its_last_day(string? contact, string? expires, string? served)
    {
        var options = Provide(("SecurityTxt__Contact", contact), ("SecurityTxt__Expires", expires)).GetRequiredService<SecurityTxtOptions>();

        Assert.Equal(served, options.CreateText(new DateOnly(2027, 6, 30))?.Split('\n')[0]["Contact: ".Length..]);
        Assert.Null(options.CreateText(new DateOnly(2027, 7, 1)));
    }

    [Theory]
    [InlineData("somebody", "2027-06-30", $"SecurityTxt__Contact is 'somebody'; {Contact}")]
    [InlineData("ftp://example.org", "2027-06-30", $"SecurityTxt__Contact is 'ftp://example.org/'; {Contact}")]
    [InlineData("http://[", "2027-06-30", "SecurityTxt__Contact is 'http://[', which cannot be read.")]
    [InlineData("mailto:security@example.org", null, $"SecurityTxt__Expires is ''; {Expires}")]
    [InlineData("mailto:security@example.org", "30-06-2027", $"SecurityTxt__Expires is '30-06-2027'; {Expires}")]
    [InlineData("somebody", "soon", $"SecurityTxt__Contact is 'somebody'; {Contact}", $"SecurityTxt__Expires is 'soon'; {Expires}")]
    public void A_security_contact_is_an_address_with_a_last_day(string contact, string? expires, params string[] problems) =>
        Assert.Equal(problems, Problems(("SecurityTxt__Contact", contact), ("SecurityTxt__Expires", expires)));

    [Theory]
    [InlineData("UseDevelopmentStorage=true", null, null)]
    [InlineData("UseDevelopmentStorage=true", "ignored", "")]
    [InlineData(null, "https://a.blob.core.windows.net", "https://a.table.core.windows.net")]
    [InlineData("", "https://a.blob.core.windows.net", "http://127.0.0.1:10002/a")]
    public void Storage_is_a_connection_string_or_two_addresses(string? connection, string? blobs, string? tables) =>
        Assert.Empty(Problems(("DataStorage", connection), ("DataStorage__blobServiceUri", blobs), ("DataStorage__tableServiceUri", tables)));

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "")]
    [InlineData("https://a.blob.core.windows.net", null)]
    [InlineData("https://a.blob.core.windows.net", "a.table.core.windows.net")]
    [InlineData("ftp://a/", "https://a.table.core.windows.net")]
    [InlineData("AccountName=a;AccountKey=c2VjcmV0", "AccountName=a;AccountKey=c2VjcmV0")]
    public void Incomplete_storage_is_rejected_without_its_values(string? blobs, string? tables) => Assert.Equal(
        ["Set DataStorage to a connection string, or DataStorage__blobServiceUri and DataStorage__tableServiceUri to the addresses of the storage account."],
        Problems(("DataStorage", ""), ("DataStorage__blobServiceUri", blobs), ("DataStorage__tableServiceUri", tables)));

    [Fact]
    public void All_problems_are_reported_together() => Assert.Equal(
        [
            "Api__AllowedOrigins names 'here'; an origin looks like https://example.org.",
            "Ingest__DependencyWaitSeconds is -1; it must be 0 to 3600.",
            "Ingest__LeaseSeconds is 'five'; it must be 15 to 60.",
            "RateLimit__RequestsPerMinute is 'many'; it must be 0 to 100000.",
        ],
        Problems(("RateLimit__RequestsPerMinute", "many"), ("Ingest__LeaseSeconds", "five"), ("Ingest__DependencyWaitSeconds", "-1"),
            ("Api__AllowedOrigins", "here")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("IngestSchedule", "Set IngestSchedule to when the inbox is processed, such as 0 */5 * * * *.")]
    [InlineData("ScoringSchedule", "Set ScoringSchedule to when everything is recomputed, such as 0 0 3 * * *.")]
    [InlineData("DataStorage", "DataStorage is not a complete connection string of a storage account.", "garbage")]
    [InlineData("DataStorage", "DataStorage is not a complete connection string of a storage account.", "AccountName=a;AccountKey=b")]
    public void A_missing_required_setting_stops_the_start(string setting, string problem, string value = "") => AssertRejected(setting, value, problem);

    [Fact]
    public void Options_that_are_not_used_are_not_validated_without_a_start()
    {
        using var provider = Provide(("RateLimit__RequestsPerMinute", "many"), ("StorageTimeouts__TableSeconds", "0"));

        Assert.Equal(5, provider.GetRequiredService<DisclosureOptions>().MinCount);
        Assert.Equal("StorageTimeouts__TableSeconds is 0; it must be 1 to 300.",
            Assert.Throws<OptionsValidationException>(provider.GetRequiredService<StorageTimeoutOptions>).Message);
    }

    private static void AssertRejected(string setting, string value, string problem) => Assert.Equal([problem], Problems((setting, value)));

    private static object? Read(string setting, string? value, params (string Setting, string? Value)[] others)
    {
        using var provider = Provide([(setting, value), .. others]);
        var (section, name) = (setting.Split("__")[0], setting.Split("__")[1]);
        object options = section switch
        {
            IngestOptions.Section => provider.GetRequiredService<IngestOptions>(),
            FreshnessOptions.Section => provider.GetRequiredService<FreshnessOptions>(),
            RateLimitOptions.Section => provider.GetRequiredService<RateLimitOptions>(),
            HealthOptions.Section => provider.GetRequiredService<HealthOptions>(),
            DisclosureOptions.Section => provider.GetRequiredService<DisclosureOptions>(),
            _ => provider.GetRequiredService<StorageTimeoutOptions>(),
        };
        return options.GetType().GetProperty(name)!.GetValue(options);
    }

    // As the host validates before it starts anything.
    private static IReadOnlyList<string> Problems(params (string Setting, string? Value)[] settings)
    {
        using var provider = Provide(settings);
        var exception = Record.Exception(provider.GetRequiredService<IStartupValidator>().Validate);
        IEnumerable<Exception> all = exception switch { null => [], AggregateException several => several.InnerExceptions, _ => [exception] };
        return [.. all.SelectMany(one => Assert.IsType<OptionsValidationException>(one).Failures)];
    }

    private static ServiceProvider Provide(params (string Setting, string? Value)[] settings) => Provide(services => services, settings);

    private static ServiceProvider Provide(Func<IServiceCollection, IServiceCollection> configure, params (string Setting, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataStorage"] = "UseDevelopmentStorage=true",
            ["Security:Mode"] = "open",
            ["IngestSchedule"] = "0 */5 * * * *",
            ["ScoringSchedule"] = "0 0 3 * * *"
        };
        foreach (var (setting, value) in settings.Where(setting => setting.Value is not null))
        {
            values[setting.Replace("__", ":")] = value;
        }

        return configure(new ServiceCollection())
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
            .AddStorage()
            .AddFigures()
            .AddSecurity()
            .AddScoring(new ScoringRules([]))
            .AddIngest()
            .AddApi()
            .AddMiddleware()
            .BuildServiceProvider();
    }
}
