using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Repository.Benchmarks;

/// <summary>The same server with the same settings, answering <c>/{size}</c> with so many constant bytes: the fastest that any answer of that size could be.</summary>
internal static class ConstantHost
{
    private static readonly ConcurrentDictionary<int, byte[]> Bodies = new();

    public static async Task<int> RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url).ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using var app = builder.Build();
        app.MapGet("/{size}", AnswerAsync);
        await app.RunAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext http)
    {
        var body = Bodies.GetOrAdd(int.Parse((string)http.Request.RouteValues["size"]!, CultureInfo.InvariantCulture), size => [.. Enumerable.Repeat((byte)'x', size)]);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
