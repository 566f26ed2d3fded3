using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;
using Repository.Core.Content;
using Repository.Core.Drafts;
using Repository.Core.Workflow;
using Repository.Web.Desk.Rendering;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Media;
using Repository.Web.Media.Intake;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Tree;

/// <summary>Brings files by a plain form, many at once, and tells where a file is shown. Larger files come bit by bit through <c>/desk/media/uploads</c>.</summary>
internal sealed class MediaPages(DraftReaders readers, Deeds deeds, DeedReports reports, MediaIntake intake, MediaShelf shelf, DeskServing serving, IAntiforgery antiforgery, IStringLocalizer<DeskTexts> texts)
{
    public const string UploadPath = "/desk/media/upload";
    public const string UsePath = "/desk/media/use";
    private const int MostFiles = 50;

    public async Task AskAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader || !reader.May(Act.Write, ItemKind.Media, null))
        {
            await serving.ForbidAsync(http);
            return;
        }

        var folder = Folder(reader, http.Request.Query["in"]);
        await serving.SendAsync(http, new DeskPage(folder is null ? texts["Media.Upload"] : texts["Media.UploadIn", folder.Name], new UploadView { Model = new UploadModel(folder, PathOf(reader, folder), antiforgery.GetAndStoreTokens(http).RequestToken ?? "") })
        {
            Scripts = ["desk-lists.js"],
            Crumbs = [new DeskCrumb(texts["Media.All"], DeskAddress.Media), .. ContentPages.Crumbs(reader, folder), .. folder is null ? [] : new[] { ContentPages.Crumb(folder) }],
        });
    }

    /// <summary>Several files are taken in restricted: each still needs words of its own before the public may see it.</summary>
    public async Task TakeAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader || !reader.May(Act.Write, ItemKind.Media, null))
        {
            await serving.ForbidAsync(http);
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var folder = Folder(reader, form["in"]);
        var files = form.Files.Where(file => file.Length > 0).Take(MostFiles).ToList();
        var lines = new List<DeedLine>();
        foreach (var file in files) lines.Add(await TakeAsync(file, Medium(form, reader, folder, http.Person, isAlone: files.Count == 1), http.RequestAborted));
        var list = folder is null ? DeskAddress.Media : $"{DeskAddress.Media}?in={folder.Key:n}";
        DeskServing.Lead(http, lines.Count == 0 ? $"{UploadPath}?in={folder?.Key.ToString("n") ?? "root"}" : DeskReturn.With(list, "report", reports.Keep(http.Person.By, new DeedReport("upload", [.. lines])).ToString("n")));
    }

    /// <summary>Where a file, or an item, is shown.</summary>
    public async Task UseAsync(HttpContext http)
    {
        if (await readers.OfAsync(http) is not { } reader)
        {
            await serving.ForbidAsync(http);
            return;
        }

        if (!Guid.TryParse(http.Request.Query["key"], out var key) || reader.Catalogue.Find(key) is not { } entry)
        {
            await serving.LoseAsync(http);
            return;
        }

        var users = await deeds.UsersAsync([entry], reader, http.RequestAborted);
        await serving.SendAsync(http, new DeskPage(texts["Media.UseOf", entry.Name], new UseView { Model = (reader, users) })
        {
            Crumbs = [.. ContentPages.Crumbs(reader, entry), new DeskCrumb(entry.Name, DeskAddress.Of(entry.Key))],
        });
    }

    private async Task<DeedLine> TakeAsync(IFormFile file, NewMedium medium, CancellationToken cancellation)
    {
        await using var stream = file.OpenReadStream();
        var taken = await intake.TakeAsync(stream, file.FileName, cancellation);
        return await shelf.AddAsync(taken, file.FileName, medium, cancellation) switch
        {
            ShelvingResult.Done done => new DeedLine(done.Key, medium.Name.Length > 0 ? medium.Name : file.FileName, null),
            ShelvingResult.Refused refused => new DeedLine(Guid.Empty, file.FileName, string.Join(' ', refused.Reasons)),
            _ => throw new InvalidOperationException("A file is either taken or refused."),
        };
    }

    private static NewMedium Medium(IFormCollection form, DraftReader reader, DraftEntry? folder, Person person, bool isAlone) => new()
    {
        Name = isAlone ? form["name"].ToString().Trim() : "",
        AltText = isAlone ? form["alt"].ToString().Trim() : "",
        IsDecorative = isAlone && form["decorative"] == "on",
        Credit = form["credit"].ToString().Trim(),
        Folder = PathOf(reader, folder),
        IsPublic = isAlone && form["publish"] == "on",
        By = person,
    };

    private static string PathOf(DraftReader reader, DraftEntry? folder) =>
        folder is null ? "" : string.Join('/', reader.Catalogue.Ancestors(folder.Key).Append(folder).Select(place => place.Name));

    private static DraftEntry? Folder(DraftReader reader, string? text) =>
        Guid.TryParse(text, out var key) && reader.Catalogue.Find(key) is { Item: { Kind: ItemKind.Media, Trashed: false, Type: "Folder" } } folder ? folder : null;
}

/// <param name="Path">The names on the way to the folder, as uploads name it.</param>
internal sealed record UploadModel(DraftEntry? Folder, string Path, string Token)
{
    public string Back => Folder is null ? DeskAddress.Media : $"{DeskAddress.Media}?in={Folder.Key:n}";
}
