namespace Azure.Data.Tables.Connection;

/// <summary>Where a table service is and with which key, as a connection string says it.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    private const string DevelopmentAccount = "devstoreaccount1";

    // Every emulator has this key; it is printed in its documentation.
    private const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Reads a connection string.</summary>
    /// <exception cref="InvalidOperationException">It is not a list of settings.</exception>
    /// <exception cref="ArgumentException">It lacks a setting, or holds a shared access signature in place of a key.</exception>
    public static TableConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = SettingsOf(connectionString);
        if (settings.GetValueOrDefault("UseDevelopmentStorage") == "true")
        {
            return Development(settings.GetValueOrDefault("DevelopmentStorageProxyUri"));
        }

        var account = settings.GetValueOrDefault("AccountName");
        var key = settings.GetValueOrDefault("AccountKey");
        if (account is null || key is null)
        {
            throw new ArgumentException("The connection string needs an AccountName and an AccountKey.", nameof(connectionString));
        }

        return new(EndpointOf(account, settings), new(account, key));
    }

    private static Uri EndpointOf(string account, Dictionary<string, string> settings)
    {
        if (settings.GetValueOrDefault("TableEndpoint") is { Length: > 0 } endpoint)
        {
            return Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
                ? uri
                : throw new ArgumentException("The TableEndpoint in the connection string is not an address.", nameof(settings));
        }

        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        return settings.GetValueOrDefault("EndpointSuffix") is { Length: > 0 } suffix
            ? new($"{protocol}://{account}.table.{suffix}")
            : throw new ArgumentException("The connection string needs a TableEndpoint or an EndpointSuffix.", nameof(settings));
    }

    private static TableConnectionString Development(string? proxy)
    {
        var host = proxy is null ? new Uri("http://127.0.0.1") : new Uri(proxy);
        var endpoint = new UriBuilder(host.Scheme, host.Host, 10002, DevelopmentAccount).Uri;
        return new(endpoint, new(DevelopmentAccount, DevelopmentKey));
    }

    private static Dictionary<string, string> SettingsOf(string connectionString)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Only the first sign divides: keys end in more of them.
            if (setting.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } name, var value]
                || !settings.TryAdd(name, value))
            {
                throw new InvalidOperationException(
                    "The connection string must consist of settings name=value, parted by semicolons, each name once.");
            }
        }

        return settings;
    }
}
