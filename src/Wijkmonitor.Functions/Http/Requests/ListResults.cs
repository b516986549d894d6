using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Formats;
using Wijkmonitor.Functions.Http.Responses;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>Responses that are a list.</summary>
public static class ListResults
{
    /// <summary>Creates a page of a list, or the response that says what is wrong with the request.</summary>
    public static IResult CreatePage<T>(ListQuery<T> list, IEnumerable<T> items, JsonTypeInfo<ItemList<T>> type) =>
        !list.TryPage(items, out var page) ? list.Query.Problem!
        : list.Format == ResponseFormat.Csv ? ApiResults.Content(ListCsv.Write(page.Items, GetItemType(type)), ResponseFormat.Csv, page.Next)
        : ApiResults.Json(page, type);

    /// <summary>Creates a list that is never cut in pages.</summary>
    public static IResult CreateUnpaged<T>(ResponseFormat format, IReadOnlyList<T> items, JsonTypeInfo<ItemList<T>> type) =>
        format == ResponseFormat.Csv ? ApiResults.Csv(items, GetItemType(type)) : ApiResults.Json(new ItemList<T>(items), type);

    private static JsonTypeInfo<T> GetItemType<T>(JsonTypeInfo<ItemList<T>> type) => (JsonTypeInfo<T>)type.Options.GetTypeInfo(typeof(T));
}
