using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Wijkmonitor.DevHost.Http;

/// <summary>The route that a function declares.</summary>
/// <param name="Function">The name of the function.</param>
/// <param name="Template">The route template without the prefix; the name of the function where it is absent.</param>
/// <param name="Methods">The HTTP methods; any where there are none.</param>
/// <param name="Access">The key that it asks for.</param>
public sealed record HttpRoute(string Function, string? Template, IReadOnlyCollection<string>? Methods, AccessLevel Access);

/// <summary>The function of a request.</summary>
/// <param name="Route">Its route.</param>
/// <param name="Values">The values of the route's parameters; optional ones that are absent are left out.</param>
public sealed record RouteMatch(HttpRoute Route, IReadOnlyDictionary<string, string> Values);

/// <summary>Routes in the order in which the Functions host matches requests: by the names of functions, the first match.</summary>
/// <remarks>Nothing is weighed: a catch-all is taken before a literal route whose function sorts after it.</remarks>
public sealed class RouteTable
{
    private readonly IReadOnlyList<Entry> entries;

    /// <summary>Initializes a table of routes.</summary>
    /// <param name="routes">The routes, in any order.</param>
    /// <param name="prefix">Start of all of them (<c>extensions.http.routePrefix</c> of host.json).</param>
    /// <exception cref="InvalidOperationException">A template cannot be read.</exception>
    public RouteTable(IEnumerable<HttpRoute> routes, string prefix = "")
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var options = new RouteOptions();
        options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
        var resolver = new DefaultInlineConstraintResolver(Options.Create(options), services);
        entries = [.. routes.OrderBy(route => route.Function, StringComparer.OrdinalIgnoreCase).Select(route => Entry.Create(route, prefix, resolver))];
    }

    /// <summary>The routes in the order in which they are tried.</summary>
    public IEnumerable<HttpRoute> Routes => entries.Select(entry => entry.Route);

    /// <summary>Finds the function of a request.</summary>
    /// <returns>The first match; null where none matches, which is a 404 whether or not another method of the path is known.</returns>
    public RouteMatch? Match(string method, PathString path)
    {
        foreach (var entry in entries)
        {
            if (entry.TryMatch(method, path) is { } values)
            {
                return new RouteMatch(entry.Route, values);
            }
        }

        return null;
    }

    private sealed record Entry(HttpRoute Route, TemplateMatcher Matcher, IDictionary<string, IRouteConstraint> Constraints)
    {
        public static Entry Create(HttpRoute route, string prefix, IInlineConstraintResolver resolver)
        {
            var text = $"{prefix.Trim('/')}/{(string.IsNullOrEmpty(route.Template) ? route.Function : route.Template)}".TrimStart('/');
            try
            {
                var template = TemplateParser.Parse(text);
                var defaults = new RouteValueDictionary();
                var constraints = new RouteConstraintBuilder(resolver, text);
                foreach (var parameter in template.Parameters)
                {
                    Add(parameter, defaults, constraints);
                }

                return new Entry(route, new TemplateMatcher(template, defaults), constraints.Build());
            }
            catch (Exception error) when (error is ArgumentException or InvalidOperationException or RouteCreationException)
            {
                throw new InvalidOperationException($"The route of function '{route.Function}' ({text}) cannot be read: {error.Message}", error);
            }
        }

        public Dictionary<string, string>? TryMatch(string method, PathString path)
        {
            var values = new RouteValueDictionary();
            return HasMethod(method) && Matcher.TryMatch(path, values) && MeetsConstraints(values)
                ? values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => $"{pair.Value}", StringComparer.OrdinalIgnoreCase)
                : null;
        }

        private static void Add(TemplatePart parameter, RouteValueDictionary defaults, RouteConstraintBuilder constraints)
        {
            if (parameter.DefaultValue is not null)
            {
                defaults[parameter.Name!] = parameter.DefaultValue;
            }

            if (parameter.IsOptional)
            {
                constraints.SetOptional(parameter.Name!);
            }

            foreach (var constraint in parameter.InlineConstraints)
            {
                constraints.AddResolvedConstraint(parameter.Name!, constraint.Constraint);
            }
        }

        private bool HasMethod(string method) =>
            Route.Methods is not { Count: > 0 } methods || methods.Contains(method, StringComparer.OrdinalIgnoreCase);

        private bool MeetsConstraints(RouteValueDictionary values) => Constraints.All(
            constraint => constraint.Value.Match(httpContext: null, route: null, constraint.Key, values, RouteDirection.IncomingRequest));
    }
}
