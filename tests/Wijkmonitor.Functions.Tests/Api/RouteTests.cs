using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Wijkmonitor.DevHost.Http;
using Wijkmonitor.Functions.Api.Fallback;
using Wijkmonitor.Functions.Configuration;
using Wijkmonitor.Functions.Dashboard;

namespace Wijkmonitor.Functions.Tests.Api;

/// <summary>The Functions host takes the first route that matches in the alphabetical order of the functions' names: each route must be matched by its own function first.</summary>
public sealed partial class RouteTests
{
    private static readonly string[] OddValues =
    [
        "GM0363", "x y", "ü", "a.b", "..", ".", "%2F", "a%2Fb", "api", "admin", "csv", "page", "files", "diff", "{id}", "*", "'", "\"", "a;b", "\u0001", "😀",
        "null", new string('x', 300),
    ];

    private static IReadOnlyList<HttpRoute> Declared { get; } =
        [.. from type in typeof(BuiltInConfiguration).Assembly.GetTypes()
            from method in type.GetMethods()
            let function = method.GetCustomAttribute<FunctionAttribute>()
            from parameter in method.GetParameters()
            let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
            where function is not null && trigger is not null
            select new HttpRoute(function.Name, trigger.Route, trigger.Methods, trigger.AuthLevel == AuthorizationLevel.Anonymous ? AccessLevel.Anonymous
                : AccessLevel.Function)];

    public static TheoryData<string> Functions => [.. Declared.Select(route => route.Function)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_is_the_first_match_of_each_of_its_methods(string function)
    {
        Assert.Empty(Shadowed(Declared, function));
    }

    [Fact]
    public void A_catch_all_that_sorts_in_between_is_detected()
    {
        var renamed = Declared.Select(route => route.Function == ApiFallbackFunction.Name ? route with { Function = "GetUnknown" } : route).ToList();

        var shadowed = Declared.Where(route => route.Template!.StartsWith("api/", StringComparison.Ordinal) && Shadowed(renamed, route.Function).Count > 0)
            .Select(route => route.Function).ToList();

        Assert.Contains("WithdrawDelivery", shadowed);
        Assert.DoesNotContain("ConfirmDelivery", shadowed);
    }

    [Theory]
    [InlineData("api")]
    [InlineData("api/v1/deliveries")]
    [InlineData("API/v1/deliveries")]
    [InlineData("admin")]
    [InlineData("admin/host/status")]
    public void The_dashboard_route_does_not_match_api_or_host_paths(string path)
    {
        var dashboard = new RouteTable(Declared.Where(route => route.Function == DashboardFunction.Name));

        Assert.Null(dashboard.Match("GET", "/" + path));
        Assert.NotNull(dashboard.Match("GET", "/apiary"));
        Assert.NotNull(dashboard.Match("GET", "/"));
    }

    [Fact]
    public void Only_the_two_catch_alls_sort_after_the_operations()
    {
        var names = new RouteTable(Declared).Routes.Select(route => route.Function).ToList();

        Assert.Equal([ApiFallbackFunction.Name, DashboardFunction.Name], names[^2..]);
        Assert.DoesNotContain(Declared.Where(route => !names[^2..].Contains(route.Function)), route => route.Template!.Contains('*', StringComparison.Ordinal));
    }

    private static List<string> Shadowed(IReadOnlyList<HttpRoute> declared, string function)
    {
        var table = new RouteTable(declared);
        var route = declared.FirstOrDefault(route => route.Function == function);
        return route is null
            ? []
            : [.. from value in OddValues
                  from method in route.Methods!
                  let path = "/" + Parameter().Replace(route.Template!, value)
                  let match = table.Match(method.ToUpperInvariant(), path)?.Route
                  where match?.Function != function && !IsOutside(route, path)
                  select $"{method} {path} is taken by {match?.Function ?? "nobody"}"];
    }

    // The dashboard leaves these to others on purpose.
    private static bool IsOutside(HttpRoute route, string path) => route.Function == DashboardFunction.Name && path is "/api" or "/admin";

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
