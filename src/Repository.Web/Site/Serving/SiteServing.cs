using Repository.Core.Calls;
using Repository.Core.Publishing;
using Repository.Web.Delivery;
using Repository.Web.Forms;
using Repository.Web.Forms.Receiving;
using Repository.Web.Forms.Results;
using Repository.Web.Live;
using Repository.Web.Operations;
using Repository.Web.Site.Machines.Badges;
using Repository.Web.Site.Machines.Surveys;
using Repository.Web.Site.Pages;
using Repository.Web.Site.Pages.Surveys;
using Repository.Web.Site.Participating;
using Repository.Web.Site.Reading;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Site.Serving;

/// <summary>Answers every address of the public site from one pair of snapshot and index. Each item has one address; all others that mean it lead there.</summary>
internal sealed class SiteServing(
    LiveContent live, SiteReaders readers, DeliveryApi delivery, BadgeServing badges, ResultBook results, PageWriting writing, FormServing forms, StatusServing status, FormTurns turns)
{
    public async Task AnswerAsync(HttpContext http)
    {
        SiteHeaders.Harden(http.Response.Headers);
        http.Features.Set(new FailurePage(broken => writing.SendBrokenAsync(broken, live.Current.Schema.DefaultLanguage.Tag)));
        var path = http.Request.Path.Value ?? "/";
        var isSending = HttpMethods.IsPost(http.Request.Method);
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !isSending)
        {
            RefuseMethod(http);
            return;
        }

        var searchable = await live.SearchableAsync(http.RequestAborted);
        if (StatusServing.IsAt(path))
        {
            await StatusAsync(http, readers.Of(http, searchable, searchable.Snapshot.Schema.DefaultLanguage.Tag));
            return;
        }

        if (isSending)
        {
            await SentAsync(http, searchable, path);
            return;
        }

        if (OwnPage.At(path, searchable.Snapshot.Schema) is var (page, prefixed))
        {
            await OwnAsync(http, readers.Of(http, searchable, prefixed ?? HostCulture.Of(http.Request, searchable.Snapshot.Schema) ?? searchable.Snapshot.Schema.DefaultLanguage.Tag), page);
            return;
        }

        if (Badge.At(path) is var (badged, format) && Routing.Match(searchable.Snapshot, badged, null, null, HostCulture.Of(http.Request, searchable.Snapshot.Schema)) is RouteMatch.Found { Item.Type.Alias: Recognition.ContentType } recognised)
        {
            var reading = readers.Of(http, searchable, searchable.Snapshot.Schema.DefaultLanguage.Tag);
            await badges.SendAsync(http, reading, reading.See(recognised.Item), format);
            return;
        }

        switch (Routing.Match(searchable.Snapshot, path, null, null, HostCulture.Of(http.Request, searchable.Snapshot.Schema)))
        {
            case RouteMatch.Found found:
                await ItemAsync(http, readers.Of(http, searchable, LanguageOf(found.Item, found.Culture, searchable.Snapshot)), found.Item);
                break;
            case RouteMatch.Moved moved:
                Lead(http, StatusCodes.Status301MovedPermanently, readers.Of(http, searchable, LanguageOf(moved.Item, moved.Culture, searchable.Snapshot)).See(moved.Item).Path);
                break;
            case not null when SurveyPlace.At(searchable.Snapshot, path, HostCulture.Of(http.Request, searchable.Snapshot.Schema), results) is { } survey:
                await SurveyAsync(http, readers.Of(http, searchable, LanguageOf(survey.Page, survey.Culture, searchable.Snapshot)), survey);
                break;
            case RouteMatch.Gone gone:
                await GoneAsync(http, readers.Of(http, searchable, gone.Culture), gone.Nearest);
                break;
            default:
                await LostAsync(http, readers.Of(http, searchable, PrefixCulture(searchable.Snapshot, path) ?? HostCulture.Of(http.Request, searchable.Snapshot.Schema) ?? searchable.Snapshot.Schema.DefaultLanguage.Tag));
                break;
        }
    }

    /// <summary>Only pages with a form take anything.</summary>
    private async Task SentAsync(HttpContext http, Searchable searchable, string path)
    {
        var match = Routing.Match(searchable.Snapshot, path, null, null, HostCulture.Of(http.Request, searchable.Snapshot.Schema));
        if (match is RouteMatch.Found { Item.Type.Alias: PublishedForms.PageType } found) await ItemAsync(http, readers.Of(http, searchable, LanguageOf(found.Item, found.Culture, searchable.Snapshot)), found.Item);
        else RefuseMethod(http);
    }

    private static void RefuseMethod(HttpContext http)
    {
        http.Response.Headers.Allow = "GET, HEAD";
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
    }

    private async Task StatusAsync(HttpContext http, SiteReader reader)
    {
        if (await status.AnswerAsync(http, reader) is { } page) await writing.SendAsync(http, reader, page, SiteFrame.Of(reader, null));
    }

    private Task FormAsync(HttpContext http, SiteReader reader, SeenItem item)
    {
        return HttpMethods.IsPost(http.Request.Method) ? turns.SendAsync(AnswerFormAsync) : turns.OpenAsync(AnswerFormAsync);

        async Task AnswerFormAsync()
        {
            if (await forms.AnswerAsync(http, reader, item) is { } page) await writing.SendAsync(http, reader, page, SiteFrame.Of(reader, item.Item.RootKey));
        }
    }

    private Task ItemAsync(HttpContext http, SiteReader reader, PublishedItem item)
    {
        var seen = reader.See(item);
        if (!Is(http, seen.Path)) return Task.CompletedTask;
        if (seen.Type == PublishedForms.PageType) return FormAsync(http, reader, seen);
        return Freshness.IsKnown(http, reader, delivery) ? Task.CompletedTask : writing.SendAsync(http, reader, ItemPages.Make(new ItemRequest(reader, seen, http.Request.Query)), SiteFrame.Of(reader, item.RootKey));
    }

    private Task OwnAsync(HttpContext http, SiteReader reader, OwnPage page)
    {
        if (!Is(http, OwnAddress.Of(reader, page.Address)) || Freshness.IsKnown(http, reader, delivery)) return Task.CompletedTask;
        return writing.SendAsync(http, reader, page.Make(reader, http.Request.Query), SiteFrame.Of(reader, null));
    }

    /// <summary>The results of a survey, or one of their files; they change with what is published of answers, too.</summary>
    private async Task SurveyAsync(HttpContext http, SiteReader reader, SurveyPlace survey)
    {
        var file = survey.File.Length > 0 ? ResultFiles.Find(survey.File, survey.Results) : null;
        if (file is null && survey.File.Length > 0)
        {
            await LostAsync(http, reader);
            return;
        }

        if (!Is(http, reader.See(survey.Page).Path + SurveyPlace.Segment + survey.File) || Freshness.IsKnown(http, reader, delivery, survey.Results.Mark)) return;
        if (file is null)
        {
            await writing.SendAsync(http, reader, ResultsPage.Make(reader, survey, http.Request.Query), SiteFrame.Of(reader, survey.Page.RootKey));
            return;
        }

        http.Response.ContentType = file.ContentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{survey.File}\"";
        file.Write(http.Response.BodyWriter, reader.Origin);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    private Task LostAsync(HttpContext http, SiteReader reader)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.Headers.CacheControl = "no-cache";
        var frame = SiteFrame.Of(reader, null);
        return writing.SendAsync(http, reader, LostPage.Make(reader, frame, http.Request.Path.Value ?? ""), frame);
    }

    public async Task OfflineAsync(HttpContext http)
    {
        SiteHeaders.Harden(http.Response.Headers);
        var searchable = await live.SearchableAsync(http.RequestAborted);
        var reader = readers.Of(http, searchable, searchable.Snapshot.Schema.DefaultLanguage.Tag);
        if (Freshness.IsKnown(http, reader, delivery)) return;
        await writing.SendAsync(http, reader, OfflinePage.Make(reader), SiteFrame.Of(reader, null));
    }

    private Task GoneAsync(HttpContext http, SiteReader reader, PublishedItem nearest)
    {
        http.Response.StatusCode = StatusCodes.Status410Gone;
        http.Response.Headers.CacheControl = "no-cache";
        var frame = SiteFrame.Of(reader, nearest.RootKey);
        return writing.SendAsync(http, reader, LostPage.MakeGone(reader, frame, http.Request.Path.Value ?? "", reader.See(nearest)), frame);
    }

    /// <summary>Is this the page's own address? Otherwise the way there is told, with what else was asked.</summary>
    private static bool Is(HttpContext http, string address)
    {
        if (http.Request.Path.Value == address) return true;
        Lead(http, StatusCodes.Status308PermanentRedirect, address);
        return false;
    }

    private static void Lead(HttpContext http, int status, string address)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = new PathString(address).ToUriComponent() + http.Request.QueryString.ToUriComponent();
        http.Response.Headers.CacheControl = "public, no-cache";
    }

    /// <summary>What does not vary has one page, in the language of the site.</summary>
    public static string LanguageOf(PublishedItem item, string culture, PublishedSnapshot snapshot) => item.Varies ? culture : snapshot.Schema.DefaultLanguage.Tag;

    private static string? PrefixCulture(PublishedSnapshot snapshot, string path) =>
        path.Split('/', 3) is [_, var first, ..] ? snapshot.Schema.Prefixes.FirstOrDefault(prefix => prefix.Value == first).Key : null;
}
