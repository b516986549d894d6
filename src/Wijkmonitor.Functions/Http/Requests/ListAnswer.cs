using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Wijkmonitor.Functions.Http.Answers;
using Wijkmonitor.Functions.Http.Formats;

namespace Wijkmonitor.Functions.Http.Requests;

/// <summary>Answers that are a page of a list.</summary>
public static class ListAnswer
{
    /// <summary>A page of a list, or what is wrong with the request for it.</summary>
    public static IResult Page<T>(RequestQuery query, ListQuery<T> list, IEnumerable<T> items, JsonTypeInfo<ItemList<T>> type) =>
        !list.TryPage(items, out var page) ? query.Problem!
        : list.Format == AnswerFormat.Csv ? Answer.Form(ListCsv.Write(page.Items, (JsonTypeInfo<T>)type.Options.GetTypeInfo(typeof(T))), AnswerFormat.Csv, page.Next)
        : Answer.Json(page, type);
}
