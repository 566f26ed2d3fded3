using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using Repository.Core.Content;
using Repository.Core.Forms.Designs;
using Repository.Core.Forms.Entries;
using Repository.Core.Forms.Mail;
using Repository.Testing;

namespace Repository.Specs.Forms;

/// <summary>Proposals of practices with a photo, sent by the API, and what there must be of each in the end: once, and whole.</summary>
internal static class Proposals
{
    public static readonly ImmutableArray<string> Recipients = ["uno@example.org", "dos@example.org"];

    /// <summary>To those who look after the form, and to the sender.</summary>
    public static readonly int LettersOfEach = Recipients.Length + 1;

    private static readonly byte[] Photo = MadeFiles.Png(40, 30);

    public static Guid Form { get; } = ProposalDesign.Make().Key;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<string> SendAsync(HttpClient client, string attempt)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, WireSender.Entries + Form)
        {
            Content = JsonContent.Create(new
            {
                values = new
                {
                    titulo = $"Tequio {attempt}",
                    municipio = "20067",
                    modo = "escrita",
                    relato = "Cada domingo limpiamos.",
                    relacion = "participo",
                    correo = "rosa@example.org",
                    acuerdo = "asamblea",
                    aviso = "on",
                    fotos = new[] { new { fileName = "manantial.png", fileContents = $"data:;base64,{Convert.ToBase64String(Photo)}" } },
                },
            }),
        };
        request.Headers.Add("Idempotency-Key", attempt);
        if (!client.DefaultRequestHeaders.Contains("Api-Key")) request.Headers.Add("Api-Key", FormsSite.Key);
        using var response = await client.SendAsync(request, Cancellation);
        if (response.StatusCode != HttpStatusCode.Accepted) Assert.Fail(await response.Content.ReadAsStringAsync(Cancellation));
        return response.Headers.GetValues("Entry-Folio").Single();
    }

    /// <summary>Of each proposal that was kept there is one draft with one comment and one photo, and each letter once; those that were acknowledged are among them.</summary>
    public static async Task CheckAsync(TestSite site, IReadOnlyCollection<string> acknowledged)
    {
        var store = site.Service<IContentStore>();
        var kept = new List<FormEntry>();
        await foreach (var entry in site.Service<IEntryStore>().ReadAsync(Form, [EntryState.Received], Cancellation)) kept.Add(entry);
        Assert.Empty(acknowledged.Except(kept.Select(entry => entry.Folio)));

        var proposed = await site.Service<IProposedItems>().AllAsync(Cancellation);
        Assert.Equal(kept.Select(entry => entry.Folio).Order(StringComparer.Ordinal), proposed.Select(item => item.Folio).Order(StringComparer.Ordinal));
        var drafts = (await store.ReadAsync(reader => reader.ChildrenAsync(ItemKind.Document, site.Live.Documents().First(item => item.Type.Alias == "practice").ParentKey), Cancellation)).Where(item => item.CreatedBy == "system" && item.Type == "practice").Select(item => item.Key).ToHashSet();
        Assert.Equal(proposed.Length, proposed.Count(item => drafts.Contains(item.Item)));
        foreach (var item in proposed) Assert.Single(await store.ReadAsync(reader => reader.CommentsAsync(item.Item), Cancellation));

        var folders = await ChildrenAsync(store, Assert.Single(await ChildrenAsync(store, null), medium => medium.Name == "Propuestas").Key);
        Assert.Equal(kept.Select(entry => entry.Folio).Order(StringComparer.Ordinal), folders.Select(folder => folder.Name).Order(StringComparer.Ordinal));
        foreach (var folder in folders) Assert.Equal("manantial.png", Assert.Single(await ChildrenAsync(store, folder.Key)).Name);

        var letters = await site.Service<IFormMail>().TakeDueAsync(DateTimeOffset.MaxValue, DateTimeOffset.MaxValue, int.MaxValue, Cancellation);
        Assert.All(kept, entry => Assert.Equal(LettersOfEach, letters.Where(letter => letter.Entry == entry.Key).DistinctBy(letter => (letter.Kind, letter.To)).Count()));
        Assert.Equal(kept.Count * LettersOfEach, letters.Length);
    }

    private static Task<List<(Guid Key, string Name)>> ChildrenAsync(IContentStore store, Guid? parent) => store.ReadAsync(
        async reader => (await reader.ChildNamesAsync(ItemKind.Media, parent)).Select(child => (child.Key, child.Names.Values.First())).ToList(), Cancellation);
}
