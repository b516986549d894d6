namespace Wijkmonitor.Infra.Tests.Bicep;

/// <summary>Deployments that rules are held against: each environment's, and combinations of what can be chosen.</summary>
internal static class Scenarios
{
    /// <summary>The name of the deployment without anything that can be left out.</summary>
    public const string Minimal = "minimal";

    /// <summary>The name of the deployment with everything that can be chosen.</summary>
    public const string Everything = "everything";

    /// <summary>The name of the deployment of production without anything that can be left out. The files of values are everybody's own: only rules read those.</summary>
    public const string InProduction = "in-production";

    private const string Required = """
        param organisation = 'Example'
        param owner = 'owner'
        param costCenter = 'center'
        param alertEmails = ['somebody@example.org']
        param budgetFrom = '2026-12-01'

        """;

    private static readonly Lazy<IReadOnlyDictionary<string, Deployment>> Predicted = new(PredictAll);

    /// <summary>Gets all deployments.</summary>
    public static IEnumerable<Deployment> All => Predicted.Value.Values;

    /// <summary>Gets those that are made up here: what an environment chooses beyond what the templates need is its own.</summary>
    public static IEnumerable<Deployment> MadeUp => [Get(Minimal), Get(InProduction), Get(Everything)];

    /// <summary>Gets the names of the environments that have a file of values.</summary>
    public static IReadOnlyList<string> Environments { get; } = [.. BicepCompiler.GetFiles(".bicepparam")
        .Select(file => Path.GetFileNameWithoutExtension(file))];

    /// <summary>Gets a deployment by its name.</summary>
    public static Deployment Get(string name) => Predicted.Value[name];

    /// <summary>Works out a deployment of the least that is required with some values more.</summary>
    public static Deployment Predict(string name, string environment, string parameters, string group = "rg-example") =>
        BicepCompiler.Predict(name, $"using '{Main}'\nparam environment = '{environment}'\n{Required}{parameters}", group);

    /// <summary>Works out what an administrator's deployment makes.</summary>
    public static Deployment PredictAdministrator(string parameters) => BicepCompiler.Predict("administrator", $"""
        using '{BicepCompiler.GetPathFromTemporaryFolder("administrator.bicep")}'
        param environment = 'production'
        param organisation = 'Example'
        param owner = 'owner'
        param costCenter = 'center'
        param dataAccount = 'stwmexampledata'
        {parameters}
        """);

    /// <summary>Works out where sign-ins are kept.</summary>
    public static Deployment PredictSignIns() => BicepCompiler.Predict("sign-ins", $"""
        using '{BicepCompiler.GetPathFromTemporaryFolder("sign-ins-workspace.bicep")}'
        param organisation = 'Example'
        param owner = 'owner'
        param costCenter = 'center'
        """);

    // A file as it ships has no word for the organisation yet, which no name of Azure's may be made of.
    private static string ReadValues(string file) =>
        File.ReadAllText(file).Replace("'../main.bicep'", $"'{Main}'", StringComparison.Ordinal).Replace("'<word>'", "'example'", StringComparison.Ordinal);

    private static string Main { get; } = BicepCompiler.GetPathFromTemporaryFolder("main.bicep");

    private static Dictionary<string, Deployment> PredictAll()
    {
        var deployments = BicepCompiler.GetFiles(".bicepparam")
            .Select(file => BicepCompiler.Predict(Path.GetFileNameWithoutExtension(file), ReadValues(file)))
            .Append(Predict(Minimal, "test", "param outsideCheckSeconds = 0\n"))
            .Append(Predict(InProduction, "production", ""))
            .Append(Predict(Everything, "production", """
                param signInClientId = '11111111-1111-1111-1111-111111111111'
                param callingApplications = ['22222222-2222-2222-2222-222222222222']
                param settings = { Api__AllowedOrigins: 'https://example.org', Ingest__MaxFileBytes: '1000', Freshness__StaleAfterDays: '7', AZURE_CLIENT_ID: 'another', Security__Mode: 'open', DataStorage__blobServiceUri: 'https://another' }
                param rules = { Rules__Compass: 'rules/compass/example.json' }
                param telemetryEndpoint = 'http://collector:4318'
                param privateNetwork = true
                param addressSpace = '10.99.0.0/25'
                param customDomain = 'monitor.example.org'
                param maxInstances = 10
                param instanceMemory = 4096
                param warmInstances = 1
                param zoneRedundant = true
                param dataRedundancy = 'Standard_GZRS'
                """));
        return deployments.ToDictionary(deployment => deployment.Name, StringComparer.Ordinal);
    }
}
