namespace Wijkmonitor.Infra.Tests.Bicep;

/// <summary>Settings that an app on Flex Consumption cannot have.</summary>
internal static class SiteSettings
{
    /// <summary>App settings that it refuses with 400.</summary>
    /// <remarks>https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations</remarks>
    public static readonly IReadOnlySet<string> Refused = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "ENABLE_ORYX_BUILD", "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_MAX_HTTP_CONCURRENCY", "FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED",
        "FUNCTIONS_WORKER_PROCESS_COUNT", "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTOVERVNET", "WEBSITE_CONTENTSHARE", "WEBSITE_DNS_SERVER",
        "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT", "WEBSITE_NODE_DEFAULT_VERSION", "WEBSITE_RUN_FROM_PACKAGE", "WEBSITE_SKIP_CONTENTSHARE_VALIDATION",
        "WEBSITE_TIME_ZONE", "WEBSITE_VNET_ROUTE_ALL",
    };

    /// <summary>App settings that it does not support.</summary>
    /// <remarks>https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#considerations</remarks>
    public static readonly IReadOnlySet<string> Unsupported = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "TZ", "WEBSITE_LOAD_CERTIFICATES" };

    /// <summary>App settings by which host and app know where they run, who looked at a caller before them, and where the host stores its keys.</summary>
    /// <remarks>A plain AzureWebJobsStorage, empty ones included, comes before the identity: https://github.com/Azure/terraform-azurerm-avm-res-web-site/pull/376</remarks>
    public static readonly IReadOnlySet<string> Trusted = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "ASPNETCORE_ENVIRONMENT", "AZURE_FUNCTIONS_ENVIRONMENT", "AzureWebJobsStorage", "DOTNET_ENVIRONMENT", "WEBSITE_AUTH_ENABLED", "WEBSITE_SITE_NAME",
        "WIJKMONITOR_DEVHOST_CHECKS_KEYS",
    };

    /// <summary>Properties of a site's configuration that it refuses.</summary>
    public static readonly IReadOnlyList<string> RefusedConfiguration =
    [
        "linuxFxVersion", "netFrameworkVersion", "ftpsState", "use32BitWorkerProcess", "preWarmedInstanceCount", "functionAppScaleLimit",
        "functionsRuntimeScaleMonitoringEnabled", "alwaysOn",
    ];
}
