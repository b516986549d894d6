using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Wijkmonitor.Local;

/// <summary>
/// The storage emulator as a child process, on ports that the system chose. It ends when this object is disposed, and also when
/// this process dies without disposing it: the child watches its standard input.
/// </summary>
public sealed partial class Azurite : IAsyncDisposable
{
    /// <summary>The emulator's key, printed in its documentation: not a secret.</summary>
    public const string PublicKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const string FirstAccount = "devstoreaccount1";
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly int accounts;
    private int accountsGiven;

    private Azurite(Process process, int accounts, int blobPort, int queuePort, int tablePort)
    {
        this.process = process;
        this.accounts = accounts;
        BlobPort = blobPort;
        QueuePort = queuePort;
        TablePort = tablePort;
    }

    /// <summary>The port of the blob service on 127.0.0.1.</summary>
    public int BlobPort { get; }

    /// <summary>The port of the queue service on 127.0.0.1.</summary>
    public int QueuePort { get; }

    /// <summary>The port of the table service on 127.0.0.1.</summary>
    public int TablePort { get; }

    /// <summary>The connection string of the emulator's own account, devstoreaccount1.</summary>
    public string ConnectionString => GetConnectionString(FirstAccount);

    /// <summary>Starts the emulator and waits until its three services listen.</summary>
    /// <param name="location">The folder that keeps its data, or null to keep it in memory.</param>
    /// <param name="extraAccounts">Number of empty accounts that <see cref="NewAccount"/> can give.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StartException">The emulator is not installed, or ended or stayed silent at its start.</exception>
    public static async Task<Azurite> StartAsync(string? location = null, int extraAccounts = 0, CancellationToken cancellationToken = default)
    {
        var script = RepositoryFolder.File("node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            throw new StartException(
                $"The storage emulator is not installed ({script} is absent): run `npm ci` in {RepositoryFolder.Root}.",
                $"De opslag-emulator is niet geïnstalleerd ({script} ontbreekt): draai `npm ci` in {RepositoryFolder.Root}.");
        }

        var process = Process.Start(StartInfo(script, location, extraAccounts))
            ?? throw new StartException("Node did not start.", "Node is niet gestart.");
        try
        {
            var ports = await ReadPortsAsync(process, cancellationToken).WaitAsync(StartLimit, cancellationToken);
            _ = DrainAsync(process);
            return new Azurite(process, extraAccounts, ports["Blob"], ports["Queue"], ports["Table"]);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Creates an empty account and gets its connection string: each test has a storage of its own.</summary>
    /// <exception cref="InvalidOperationException">All extra accounts were given out.</exception>
    public string NewAccount()
    {
        var number = Interlocked.Increment(ref accountsGiven);
        return number <= accounts
            ? GetConnectionString(GetAccountName(number))
            : throw new InvalidOperationException($"All {accounts} extra accounts of the emulator were given out: start it with more.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private string GetConnectionString(string account) =>
        $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={PublicKey};" +
        $"BlobEndpoint=http://127.0.0.1:{BlobPort}/{account};QueueEndpoint=http://127.0.0.1:{QueuePort}/{account};" +
        $"TableEndpoint=http://127.0.0.1:{TablePort}/{account};";

    private static string GetAccountName(int number) => string.Create(CultureInfo.InvariantCulture, $"account{number:0000}");

    private static ProcessStartInfo StartInfo(string script, string? location, int extraAccounts)
    {
        // Every ten minutes the emulator tidies up its blobs and answers nobody meanwhile, for a minute where there are many. What is in memory goes
        // with the process: there that waits for as long as a timer can.
        const string watchInput = "process.stdin.on('end', () => process.exit(0)).resume(); const [script, ...rest] = process.argv.slice(1); " +
            "process.argv = [process.argv[0], script, ...rest]; " +
            "if (rest.includes('--inMemoryPersistence')) require(require('path').join(script, '../blob/utils/constants.js')).DEFAULT_GC_INTERVAL_MS = 2147483647; " +
            "require(script);";
        var start = new ProcessStartInfo("node")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "-e", watchInput, "--", script,
                "--disableTelemetry", "--skipApiVersionCheck", "--silent",
                "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            },
        };
        if (location is null)
        {
            start.ArgumentList.Add("--inMemoryPersistence");
        }
        else
        {
            Directory.CreateDirectory(location);
            start.ArgumentList.Add("--location");
            start.ArgumentList.Add(location);
        }

        var names = Enumerable.Range(1, extraAccounts).Select(GetAccountName).Prepend(FirstAccount);
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', names.Select(name => $"{name}:{PublicKey}"));
        return start;
    }

    private static async Task<Dictionary<string, int>> ReadPortsAsync(Process process, CancellationToken cancellationToken)
    {
        var ports = new Dictionary<string, int>(StringComparer.Ordinal);
        while (ports.Count < 3)
        {
            if (await process.StandardOutput.ReadLineAsync(cancellationToken) is not { } line)
            {
                var why = await process.StandardError.ReadToEndAsync(cancellationToken);
                throw new StartException($"The storage emulator ended at its start: {why}", $"De opslag-emulator stopte bij het starten: {why}");
            }

            if (Listening().Match(line) is { Success: true } match)
            {
                ports[match.Groups["service"].Value] = int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture);
            }
        }

        return ports;
    }

    // An unread pipe would stop the emulator once it is full.
    private static Task DrainAsync(Process process) => Task.WhenAll(
        process.StandardOutput.BaseStream.CopyToAsync(Stream.Null),
        process.StandardError.BaseStream.CopyToAsync(Stream.Null));

    [GeneratedRegex(@"Azurite (?<service>Blob|Queue|Table) service is successfully listening at http://[^:]+:(?<port>\d+)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Listening();
}
