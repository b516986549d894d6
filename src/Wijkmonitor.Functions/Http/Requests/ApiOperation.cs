using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Formats;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>Runner of the operation that a request is for, once its parameters are read and valid.</summary>
internal static class ApiOperation
{
    /// <summary>Reads parameters and runs the operation, or returns the answer that names all that is wrong with them.</summary>
    /// <remarks>An operation whose parameters do not say in which formats it answers does so in JSON.</remarks>
    /// <typeparam name="T">The type of the parameters.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the parameters. Errors are listed in the order in which it reads.</param>
    /// <param name="answer">The operation. It runs only if all parameters are valid.</param>
    public static Task<IResult> RunAsync<T>(HttpRequest request, Func<RequestQuery, T> read, Func<T, Task<IResult>> answer)
    {
        var query = new RequestQuery(request);
        var parameters = read(query);
        if (!query.IsKnown(ContentNegotiation.Key))
        {
            ContentNegotiation.Read(query, ResponseFormat.Json);
        }

        return query.Problem is { } problem ? Task.FromResult(problem) : answer(parameters);
    }

    /// <summary>Reads a JSON body and runs the operation, or returns the answer that names what is wrong with the body.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="type">The body's JSON.</param>
    /// <param name="answer">The operation. It runs only if the body can be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<IResult> RunWithBodyAsync<T>(
        HttpRequest request, JsonTypeInfo<T> type, Func<T, Task<IResult>> answer, CancellationToken cancellationToken)
        where T : class => RunAsync(request, ResponseFormat.Json, async () =>
        {
            var (body, problem) = await RequestBody.ReadAsync(request, type, cancellationToken);
            return body is null ? problem! : await answer(body);
        });

    /// <summary>Runs an operation that has no parameters and answers in one format, or returns the answer that refuses another format.</summary>
    /// <param name="request">The request.</param>
    /// <param name="format">The format.</param>
    /// <param name="answer">The operation. It runs only if the request takes that format.</param>
    public static Task<IResult> RunAsync(HttpRequest request, ResponseFormat format, Func<Task<IResult>> answer) =>
        RunAsync(request, query => ContentNegotiation.Read(query, format), _ => answer());

    /// <summary>Reads the format of an operation that answers in JSON or CSV and has no other parameters in its query.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The operation. It runs only if the format is available.</param>
    public static Task<IResult> RunWithFormatAsync(HttpRequest request, Func<ResponseFormat, Task<IResult>> answer) =>
        RunAsync(request, query => ContentNegotiation.Read(query, ResponseFormat.Json, ResponseFormat.Csv), answer);
}
