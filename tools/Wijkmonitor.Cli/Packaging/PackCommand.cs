using System.Globalization;
using System.Security.Cryptography;
using Spectre.Console;

namespace Wijkmonitor.Cli.Packaging;

/// <summary>Command that packs a published folder for deployment: a zip with a list of its parts (SBOM) and its build.</summary>
internal sealed class PackCommand(DirectoryInfo folder, FileInfo package, FileInfo dashboard)
{
    private const string SbomName = "sbom.cdx.json";

    public int Run()
    {
        var dependencies = folder.GetFiles("Wijkmonitor.Functions.deps.json").SingleOrDefault();
        var extensions = new FileInfo(Path.Combine(folder.FullName, ".azurefunctions", "function.deps.json"));
        if (dependencies is null || !extensions.Exists)
        {
            AnsiConsole.MarkupLineInterpolated($"[red]{folder.FullName} does not hold a published function app.[/]");
            return CheckCommand.NotChecked;
        }

        File.WriteAllBytes(Path.Combine(folder.FullName, SbomName), SoftwareBill.Create(dependencies, extensions, dashboard));
        package.Directory!.Create();
        var build = BuildIdentity.Write(folder);
        File.WriteAllText(package.FullName + ".build", build + "\n");
        ReproducibleZip.Write(folder, package);
        using var content = package.OpenRead();
        var checksum = Convert.ToHexStringLower(SHA256.HashData(content));
        File.WriteAllText(package.FullName + ".sha256", $"{checksum}  {package.Name}\n");
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{package.FullName}: {content.Length / 1048576.0:0.0} MiB, sha256 {checksum}; its parts are listed in {SbomName} within."));
        return 0;
    }
}
