using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR;
using NonLitigation.Odr.Application.Shared;
using NonLitigation.Odr.Server.Shared;
using NonLitigation.Odr.Server.Tests.Cases;
using NonLitigation.Odr.Server.Tests.Rooms;

namespace NonLitigation.Odr.Server.Tests.Visibility;

/// <summary>One way to ask for one guarded object.</summary>
/// <param name="Operation">Endpoint name or hub method.</param>
/// <param name="Objects">What the answer for this id shows; the caller sees it when the policy shows him any of them.</param>
/// <param name="Id">The object; the same is asked for with an id that nothing has.</param>
/// <param name="Silent">Says nothing to anybody: only the likeness to an unknown id counts.</param>
public sealed record Probe(string Operation, SecuredObject[] Objects, Guid Id, Func<Visitor, TestPage?, Guid, Task<Answer>> Ask, bool Silent = false)
{
    public static Probe Get(string operation, SecuredObject[] objects, Guid id, Func<Guid, string> path) => new(operation, objects, id, (visitor, _, asked) => visitor.GetAsync(path(asked)));

    public static Probe Post(string operation, SecuredObject[] objects, Guid id, Func<Guid, string> path, Func<Guid, object> body) =>
        new(operation, objects, id, (visitor, _, asked) => visitor.PostAsync(path(asked), body(asked)));

    public static Probe Hub(string method, SecuredObject[] objects, Guid id, Func<Guid, object> request, bool silent = false) =>
        new(method, objects, id, (_, page, asked) => InvokeAsync(page, method, request(asked)), silent);

    /// <summary>Status 401 and 404 are the two ways not to see; everything else tells that the thing is there.</summary>
    public static bool Sees(Answer answer) => answer.Status is not (401 or 404);

    /// <summary>The answer without what differs between any two: trace ids.</summary>
    public static string Comparable(Answer answer) => $"{answer.Status} {Regex.Replace(answer.Text, "\"traceId\":\"[^\"]*\"", "")}";

    private static async Task<Answer> InvokeAsync(TestPage? page, string method, object request)
    {
        if (page is null) return new Answer(401, "no connection without a cookie");
        try
        {
            return new Answer(200, JsonSerializer.Serialize(await page.AskAsync<JsonElement?>(method, request), OdrJson.Options));
        }
        catch (HubException refused)
        {
            return new Answer(refused.Message.Contains("not-found", StringComparison.Ordinal) ? 404 : 422, refused.Message);
        }
    }
}
