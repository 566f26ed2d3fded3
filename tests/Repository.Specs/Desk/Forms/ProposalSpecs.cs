using System.Net;
using System.Text;
using System.Text.Json;
using Repository.Core.Content;
using Repository.Core.Forms.Entries;
using Repository.Core.Workflow;
using Repository.Testing;

namespace Repository.Specs.Desk.Forms;

/// <summary>A proposal of a practice becomes a draft, told where it came from and never public by itself.</summary>
public sealed class ProposalSpecs(FormsDesk desk) : IClassFixture<FormsDesk>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IContentStore Store => desk.Site.Service<IContentStore>();

    [Fact]
    public async Task a_proposal_lands_as_a_draft_with_where_it_came_from()
    {
        var entry = await ProposedAsync("Tequio del manantial");

        await desk.ArriveAsync(entry);

        var (item, draft) = await MadeAsync(entry);
        Assert.Equal(("practice", Author.House, false), (item.Type, item.CreatedBy, item.Trashed));
        Assert.Equal(desk.Site.Live.Documents().First(one => one.Type.Alias == "practice").ParentKey, item.ParentKey);
        Assert.Equal("Tequio del manantial", draft.Name("es-MX"));
        Assert.Equal((entry.Folio, "Cada domingo limpiamos.", "La Cumbre"), (draft.Value("sourceId"), draft.Value("context", "es-MX"), draft.Value("localities")));
        Assert.Contains(entry.Folio, draft.Value("sources"), StringComparison.Ordinal);
        Assert.StartsWith("umb://document/", draft.Value("municipalities"), StringComparison.Ordinal);
        var comment = (await Store.ReadAsync(reader => reader.CommentsAsync(item.Key), Cancellation)).Single();
        Assert.Contains(entry.Folio, comment.Text, StringComparison.Ordinal);
        Assert.Contains("aceptó el aviso de privacidad, versión 2026-1", comment.Text, StringComparison.Ordinal);
        Assert.Contains("Sí, se acordó en asamblea", comment.Text, StringComparison.Ordinal);
        Assert.Contains(FormsDesk.Address(entry), comment.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task nobody_but_the_desk_sees_it_and_who_proposed_it_stays_in_the_entry()
    {
        var entry = await ProposedAsync("Nadie la ve", ("nombre", "Rosa Inés Secreta"), ("correo", "rosa@example.org"), ("telefono", "951 123 4567"));

        await desk.ArriveAsync(entry);

        var (item, draft) = await MadeAsync(entry);
        Assert.Empty(await Store.ReadAsync(reader => reader.PublicationsAsync(item.Key), Cancellation));
        Assert.Null(desk.Site.Live.Find(item.Key));
        using var practices = await desk.Site.Client.GetAsync("/practicas/nadie-la-ve/", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, practices.StatusCode);
        var stored = draft.ToString() + string.Join(' ', draft.Values.SelectMany(value => value.Value.Values)) + string.Join(' ', (await Store.ReadAsync(reader => reader.CommentsAsync(item.Key), Cancellation)).Select(comment => comment.Text));
        foreach (var personal in (string[])["Rosa", "rosa@", "951"]) Assert.DoesNotContain(personal, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task pictures_come_into_the_media_store_without_being_public_and_what_it_refuses_stays_with_the_entry()
    {
        var entry = await ProposedAsync("Con fotos", [("fotos", "milpa.png", MadeFiles.Png(8, 8)), ("nota_de_voz", "voz.amr", "#!AMR\n"u8.ToArray())]);

        await desk.ArriveAsync(entry);

        var folder = await MediaAsync(null, "Propuestas");
        var own = await MediaAsync(folder.Key, entry.Folio);
        var picture = await MediaAsync(own.Key, "milpa.png");
        Assert.True(picture.Restricted);
        var comment = (await Store.ReadAsync(async reader => await reader.CommentsAsync((await desk.Site.Service<IProposedItems>().OfEntryAsync(entry.Key, Cancellation))!.Item), Cancellation)).Single();
        Assert.Contains("El archivo «milpa.png» está en la multimedia", comment.Text, StringComparison.Ordinal);
        Assert.Contains("El archivo «voz.amr» quedó solo en la respuesta", comment.Text, StringComparison.Ordinal);
        Assert.Null(desk.Site.Live.Find(picture.Key));
    }

    [Fact]
    public async Task photos_stand_in_the_gallery_of_the_draft_without_their_place_and_are_public_only_after_somebody_showed_them()
    {
        using var ana = desk.Somebody(Role.Publisher);
        var entry = await ProposedAsync("Con galería", [("fotos", "foto.jpg", RealFiles.Bytes("foto.jpg")), ("fotos", "otra.png", MadeFiles.Png(30, 20)), ("nota_de_voz", "voz.amr", "#!AMR\n"u8.ToArray())]);
        await desk.ArriveAsync(entry);
        var (item, draft) = await MadeAsync(entry);
        var picks = JsonElement.Parse(draft.Value("gallery")!).EnumerateArray().Select(pick => pick.GetProperty("mediaKey").GetGuid()).ToList();
        var (photo, address) = await PhotoAsync(picks[0]);
        var page = await PublicPracticeWithAsync(draft.Value("gallery")!);

        var hidden = await PublicAsync(photo, address, page);
        var refused = await ShowAsync(ana, photo);
        var stillHidden = await PublicAsync(photo, address, page);
        await DescribeAsync(photo, "Gente limpiando un manantial.", "Comité del agua");
        var shown = await ShowAsync(ana, photo);
        var afterwards = await PublicAsync(photo, address, page);

        Assert.Equal(2, picks.Count);
        Assert.True(photo.Restricted);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, false, false), hidden);
        Assert.Contains("No se hizo con 1 elemento", refused, StringComparison.Ordinal);
        Assert.Equal(hidden, stillHidden);
        Assert.Contains("El público ya puede ver «foto.jpg».", shown, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, true, true), afterwards);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(await desk.Site.Client.GetByteArrayAsync(address, Cancellation)), StringComparison.Ordinal);
        Assert.Null(desk.Site.Live.Find(item.Key));
        Assert.Null(desk.Site.Live.Find(picks[1]));
    }

    [Fact]
    public async Task who_may_not_write_shows_no_file()
    {
        using var translator = desk.Somebody(Role.Translator);
        var entry = await ProposedAsync("Sin permiso", [("fotos", "otra.png", MadeFiles.Png(30, 20))]);
        await desk.ArriveAsync(entry);
        var photo = await PhotoAsync(JsonElement.Parse((await MadeAsync(entry)).Draft.Value("gallery")!)[0].GetProperty("mediaKey").GetGuid());

        var asked = await translator.OpenAsync($"/desk/content/deed?do=show&key={photo.Item.Key:n}");

        Assert.Equal(403, asked.Status);
    }

    [Fact]
    public async Task the_same_proposal_told_twice_is_one_draft()
    {
        var entry = await ProposedAsync("Una sola vez");

        await desk.ArriveAsync(entry);
        await desk.ArriveAsync(entry);

        Assert.Single(await desk.Site.Service<IProposedItems>().AllAsync(Cancellation), proposed => proposed.Entry == entry.Key);
        Assert.Single(await Store.ReadAsync(async reader => await reader.CommentsAsync((await MadeAsync(entry)).Item.Key), Cancellation));
    }

    [Fact]
    public async Task proposals_wait_in_the_queue_of_those_who_write_until_the_public_sees_them()
    {
        using var ana = desk.Somebody(Role.Systematiser);
        var entry = await ProposedAsync("Espera en la cola");

        await desk.ArriveAsync(entry);

        var (item, _) = await MadeAsync(entry);
        var queue = (await ana.OpenAsync("/desk")).Page.QuerySelector("[aria-labelledby=cola-proposals]")!;
        Assert.Contains("Propuestas recibidas", queue.TextContent, StringComparison.Ordinal);
        var all = await ana.OpenAsync(queue.QuerySelector("a[href*='owner=system']")?.GetAttribute("href") ?? "/desk/content?in=root&type=practice&owner=system");
        Assert.Contains("Espera en la cola", all.Words, StringComparison.Ordinal);
        Assert.Equal(200, (await ana.OpenAsync($"/desk/content/{item.Key:d}")).Status);
    }

    [Fact]
    public async Task what_is_let_go_from_quarantine_becomes_a_draft_then()
    {
        using var ana = desk.Somebody(Role.Publisher);
        var entry = await ProposedAsync("De la cuarentena", [], EntryState.Quarantined);

        var before = await desk.Site.Service<IProposedItems>().OfEntryAsync(entry.Key, Cancellation);
        var listed = await ana.OpenAsync("/desk/forms/quarantine");
        var form = (await ana.OpenAsync(FormsDesk.Address(entry))).Other("form[action$='/state']");
        form["state"] = "received";
        var released = await ana.SendAsync(form);

        Assert.Null(before);
        Assert.Contains(entry.Folio, listed.Words, StringComparison.Ordinal);
        Assert.Equal("Salió de la cuarentena y siguió su camino.", released.Note);
        Assert.Contains("De la cuarentena", (await MadeAsync(entry)).Draft.Name("es-MX"), StringComparison.Ordinal);
        Assert.NotNull(released.Page.QuerySelector($"a[href='/desk/content/{(await MadeAsync(entry)).Item.Key:d}']"));
    }

    [Fact]
    public async Task other_forms_make_no_drafts()
    {
        var entry = await desk.SentAsync(FormsDesk.Contact, ("mensaje", "Hola"));

        await desk.ArriveAsync(entry);

        Assert.Null(await desk.Site.Service<IProposedItems>().OfEntryAsync(entry.Key, Cancellation));
    }

    private Task<FormEntry> ProposedAsync(string title, params (string Alias, string Text)[] more) => ProposedAsync(title, [], EntryState.Received, more);

    private Task<FormEntry> ProposedAsync(string title, (string Alias, string Name, byte[] Bytes)[] files, EntryState? state = null, params (string Alias, string Text)[] more) => desk.SentAsync(
        FormsDesk.Proposal,
        state ?? EntryState.Received,
        files,
        [("titulo", title), ("municipio", "20067"), ("localidad", "La Cumbre"), ("modo", "escrita"), ("relato", "Cada domingo limpiamos."), ("relacion", "participo"), ("acuerdo", "asamblea"), ("aviso", "on"), .. more]);

    private async Task<(Item Item, ItemContent Draft)> MadeAsync(FormEntry entry)
    {
        var proposed = Assert.IsType<ProposedItem>(await desk.Site.Service<IProposedItems>().OfEntryAsync(entry.Key, Cancellation));
        return await Store.ReadAsync(
            async reader =>
            {
                var item = (await reader.FindAsync(proposed.Item))!;
                return (item, (await reader.RevisionAsync(item.Key, item.Revision))!.Content);
            },
            Cancellation);
    }

    private Task<(Item Item, string Address)> PhotoAsync(Guid key) => Store.ReadAsync(
        async reader =>
        {
            var item = (await reader.FindAsync(key))!;
            var file = (await reader.RevisionAsync(key, item.Revision))!.Content.Value("umbracoFile")!;
            return (item, file.StartsWith('{') ? JsonElement.Parse(file).GetProperty("src").GetString()! : file);
        },
        Cancellation);

    /// <summary>A practice that is public already, and points to the photos as the draft would once it is published.</summary>
    private async Task<(Guid Key, string Path)> PublicPracticeWithAsync(string gallery)
    {
        var page = desk.Site.Live.Documents().First(item => item.Type.Alias == "practice");
        var newsroom = new Seeded.Newsroom(desk.Site);
        var content = (await Store.ReadAsync(async reader => await reader.RevisionAsync(page.Key, (await reader.FindAsync(page.Key))!.Revision), Cancellation))!.Content;
        await newsroom.SaveAsync(page.Key, content.With("gallery", gallery));
        await newsroom.PublishAsync(page.Key);
        return (page.Key, page.In("es-MX")!.Path);
    }

    /// <summary>What anybody gets: the file, a rendition of it, its item; is it named by the practice in the Delivery API, and on its page?</summary>
    private async Task<(HttpStatusCode File, HttpStatusCode Rendition, HttpStatusCode Item, bool IsDelivered, bool IsOnPage)> PublicAsync(Item photo, string address, (Guid Key, string Path) practice)
    {
        var api = await desk.Site.Client.GetStringAsync($"/umbraco/delivery/api/v2/content/item/{practice.Key}", Cancellation);
        var page = await desk.Site.Client.GetStringAsync(practice.Path, Cancellation);
        return (await StatusAsync(address), await StatusAsync($"{address}?width=100"), await StatusAsync($"/umbraco/delivery/api/v2/media/item/{photo.Key}"),
            api.Contains(photo.Key.ToString(), StringComparison.Ordinal), page.Contains(address, StringComparison.Ordinal));
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await desk.Site.Client.GetAsync(address, Cancellation);
        return answer.StatusCode;
    }

    private static async Task<string> ShowAsync(DeskHand ana, Item photo)
    {
        var asked = await ana.OpenAsync($"/desk/content/deed?do=show&key={photo.Key:n}&return=/desk/media");
        return (await ana.SendAsync(asked)).Words;
    }

    private async Task DescribeAsync(Item photo, string alt, string credit)
    {
        var content = (await Store.ReadAsync(reader => reader.RevisionAsync(photo.Key, photo.Revision), Cancellation))!.Content;
        await new Seeded.Newsroom(desk.Site).SaveAsync(photo.Key, content.With("altText", alt).With("credit", credit));
    }

    private Task<Item> MediaAsync(Guid? parent, string name) => Store.ReadAsync(
        async reader =>
        {
            foreach (var item in await reader.ChildrenAsync(ItemKind.Media, parent))
            {
                if ((await reader.RevisionAsync(item.Key, item.Revision))!.Content.Name() == name) return item;
            }

            throw new InvalidOperationException($"There is no {name}.");
        },
        Cancellation);
}
