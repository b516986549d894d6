using System.Diagnostics;
using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wijkmonitor.EndToEnd.Tests.Access;
using Wijkmonitor.Local;
using Wijkmonitor.Testing;

namespace Wijkmonitor.EndToEnd.Tests.Commands;

/// <summary>The two packages that <c>./wijkmonitor publish</c> makes, as they are deployed.</summary>
public sealed partial class PublishTests(StorageEmulator emulator)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Packages => [RunningMonitor.KeysPackage, RunningMonitor.SignInPackage];

    [Theory]
    [InlineData(RunningMonitor.KeysPackage, "Function")]
    [InlineData(RunningMonitor.SignInPackage, "Anonymous")]
    public void Only_the_package_for_host_keys_requires_a_key(string package, string level)
    {
        using var metadata = JsonDocument.Parse(File.ReadAllText(Path.Combine(RunningMonitor.Folder(package), "functions.metadata")));
        var levels = metadata.RootElement.EnumerateArray().ToDictionary(
            function => function.GetProperty("name").GetString()!,
            function => function.GetProperty("bindings")[0].TryGetProperty("authLevel", out var declared) ? declared.GetString() : null,
            StringComparer.Ordinal);

        Assert.Equal(level, levels["GetArea"]);
        Assert.Equal(level, levels["WithdrawDelivery"]);
        Assert.Equal("Anonymous", levels["GetHealth"]);
        Assert.Null(levels["Ingest"]);
        Assert.Equal(AccessTests.Operations.Keys.Append("Ingest").Append("Score").Order(StringComparer.Ordinal), levels.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(RunningMonitor.KeysPackage, "platform", "this is the package for host keys")]
    [InlineData(RunningMonitor.SignInPackage, "keys", "this is the package for sign-in")]
    public async Task A_package_does_not_start_in_the_mode_of_the_other(string package, string mode, string reason)
    {
        var settings = RunningMonitor.Settings(emulator.NewAccount(), ("Security__Mode", mode), ("WEBSITE_AUTH_ENABLED", "True"), ("WEBSITE_SITE_NAME", "monitor"));

        var exception = await Assert.ThrowsAsync<StartException>(async () =>
        {
            await using var host = await FunctionHost.StartAsync(RunningMonitor.Folder(package), settings, new HostKeys("function", "host", "master"), cancellationToken: Token);
        });

        Assert.Contains(reason, exception.Message);
    }

    [Fact]
    public async Task The_package_for_host_keys_does_not_start_under_a_host_without_keys()
    {
        var settings = RunningMonitor.Settings(emulator.NewAccount(), ("Security__Mode", "keys"), ("WEBSITE_SITE_NAME", "monitor"));

        var exception = await Assert.ThrowsAsync<StartException>(async () =>
        {
            await using var host = await FunctionHost.StartAsync(RunningMonitor.Folder(RunningMonitor.KeysPackage), settings, keys: null, cancellationToken: Token);
        });

        Assert.Contains("known to check keys", exception.Message);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task A_package_is_complete_and_reproducible(string package)
    {
        var folder = RunningMonitor.Folder(package);
        var again = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        try
        {
            using var pack = Process.Start(new ProcessStartInfo(CommandTests.Tool, ["pack", folder, again, RepositoryFolder.File("src", "Wijkmonitor.Functions", "Dashboard", "package-lock.json")]) { UseShellExecute = false, RedirectStandardError = true })!;
            await pack.StandardError.ReadToEndAsync(Token);
            await pack.WaitForExitAsync(Token);

            Assert.Equal(SHA256.HashData(await File.ReadAllBytesAsync(folder + ".zip", Token)), SHA256.HashData(await File.ReadAllBytesAsync(again, Token)));
            using var zip = await ZipFile.OpenReadAsync(again, Token);
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
            Assert.Equal(files.Order(StringComparer.Ordinal), zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
            string[] needed = ["host.json", "worker.config.json", "functions.metadata", ".azurefunctions/function.deps.json", "config/indicators.json", "dashboard/index.html", "sbom.cdx.json", "build.txt"];
            Assert.Subset(zip.Entries.Select(entry => entry.FullName).ToHashSet(), needed.ToHashSet());
        }
        finally
        {
            File.Delete(again);
            File.Delete(again + ".sha256");
            File.Delete(again + ".build");
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_does_not_reveal_its_build_folder(string package)
    {
        var place = Encoding.UTF8.GetBytes(RepositoryFolder.Root);

        Assert.All(Directory.EnumerateFiles(RunningMonitor.Folder(package), "*", SearchOption.AllDirectories), file => Assert.Equal(-1, File.ReadAllBytes(file).AsSpan().IndexOf(place)));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_app_has_no_symbols(string package)
    {
        using var assembly = new PEReader(File.OpenRead(Path.Combine(RunningMonitor.Folder(package), "Wijkmonitor.Functions.dll")));

        Assert.DoesNotContain(assembly.ReadDebugDirectory(), entry => entry.Type is DebugDirectoryEntryType.EmbeddedPortablePdb or DebugDirectoryEntryType.PdbChecksum);
    }

    [Fact]
    public void The_bill_of_materials_names_the_packages_of_worker_extensions_and_dashboard_and_no_runtime()
    {
        using var bill = JsonDocument.Parse(File.ReadAllText(Path.Combine(RunningMonitor.Folder(RunningMonitor.KeysPackage), "sbom.cdx.json")));
        var parts = bill.RootElement.GetProperty("components").EnumerateArray().Select(part => part.GetProperty("name").GetString()!).ToHashSet(StringComparer.Ordinal);

        Assert.Subset(parts, new HashSet<string> { "Azure.Data.Tables", "Azure.Storage.Blobs", "Microsoft.Azure.Functions.Worker", "CsvHelper" });
        Assert.Subset(parts, new HashSet<string> { "WindowsAzure.Storage", "Microsoft.Azure.WebJobs.Host.Storage", "preact", "echarts", "zrender", "tslib" });
        Assert.DoesNotContain("vite", parts);
        Assert.DoesNotContain(parts, part => part.StartsWith("runtimepack", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_and_all_its_assets_are_served()
    {
        await using var monitor = await RunningMonitor.StartAsync(emulator.NewAccount());

        var page = await monitor.App.Client.GetStringAsync(new Uri("/", UriKind.Relative), Token);

        Assert.Contains("<title>Wijkmonitor</title>", page, StringComparison.Ordinal);
        var files = AssetName().Matches(page).Select(match => match.Value).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var asset = await monitor.App.Client.GetAsync(new Uri(file, UriKind.Relative), Token);
            Assert.True(asset.IsSuccessStatusCode, file);
        }
    }

    [GeneratedRegex("/assets/[^\"]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AssetName();
}
