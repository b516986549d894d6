using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>How the clients speak to the service: protocol version, retries, logging and transport.</summary>
public class TableClientOptions : ClientOptions
{
    /// <summary>Options for a version of the protocol.</summary>
    /// <param name="serviceVersion">The version.</param>
    /// <exception cref="ArgumentOutOfRangeException">The version is not known.</exception>
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06) => VersionString = serviceVersion switch
    {
        ServiceVersion.V2019_02_02 => "2019-02-02",
        ServiceVersion.V2020_12_06 => "2020-12-06",
        _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
    };

    /// <summary>The versions of the table protocol.</summary>
    public enum ServiceVersion
    {
#pragma warning disable CA1707 // The official names.
        /// <summary>Version 2019-02-02.</summary>
        V2019_02_02 = 1,

        /// <summary>Version 2020-12-06.</summary>
        V2020_12_06 = 2,
#pragma warning restore CA1707
    }

    /// <summary>Whom a token must be meant for; not given: the public cloud. Shared keys ignore it.</summary>
    public TableAudience? Audience { get; set; }

    /// <summary>The version as the service writes it.</summary>
    internal string VersionString { get; }

    /// <summary>The options of a client that was given none.</summary>
    internal static TableClientOptions NotGiven => new()
    {
        Diagnostics =
        {
            LoggedHeaderNames = { "x-ms-request-id", "DataServiceVersion" },
            LoggedQueryParameters = { "api-version", "$format", "$filter", "$top", "$select" },
        },
    };
}
