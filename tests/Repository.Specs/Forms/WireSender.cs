using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Repository.Specs.Forms;

/// <summary>A program that sends entries by the API.</summary>
internal sealed class WireSender(TestSite site, string? key = FormsSite.Key)
{
    public const string Definitions = "/umbraco/forms/delivery/api/v1/definitions/";
    public const string Entries = "/umbraco/forms/delivery/api/v1/entries/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<FormOutcome> SendAsync(FormCase sent)
    {
        using var response = await PostAsync(EveryKindForm.Key, BodyOf(sent));
        if (response.StatusCode == HttpStatusCode.Accepted) return new FormOutcome(response.Headers.GetValues("Entry-Folio").Single(), []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var errors = JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancellation)).GetProperty("errors");
        return new FormOutcome(null, [.. errors.EnumerateObject().Select(error => error.Name)]);
    }

    public Task<HttpResponseMessage> PostAsync(Guid form, object body, params string[] headers) => PostTextAsync(form, JsonSerializer.Serialize(body), headers);

    public async Task<HttpResponseMessage> PostTextAsync(Guid form, string body, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Entries + form) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        if (key is not null) request.Headers.Add("Api-Key", key);
        foreach (var header in headers) request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        return await site.Client.SendAsync(request, Cancellation);
    }

    private static object BodyOf(FormCase sent)
    {
        var values = sent.Answers.ToDictionary(answer => answer.Alias, answer => answer.Texts is [var only] ? only : (object)answer.Texts);
        foreach (var files in sent.Files.GroupBy(file => file.Alias))
        {
            values[files.Key] = files.Select(file => new { fileName = file.Name, fileContents = $"data:application/pdf;base64,{Convert.ToBase64String(file.Bytes)}" }).ToArray();
        }

        return new { values, culture = "es-MX" };
    }
}
