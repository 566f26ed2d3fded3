using System.Net;
using Microsoft.AspNetCore.Routing;
using Repository.Core.Content;
using Repository.Core.Workflow;
using Repository.Web.Desk.Serving;
using Repository.Web.Media.Uploads;

namespace Repository.Specs.Desk;

/// <summary>What the door of the desk promises of every address behind it: whoever adds one need not remember.</summary>
public sealed class DoorSpecs(DeskKit desk) : IClassFixture<DeskKit>
{
    private const string Secret = "Un borrador que nadie de fuera conoce";

    /// <summary>What whoever has no role may come to; none of it tells of drafts.</summary>
    private static readonly string[] Own = ["/desk/account", "/desk/signout", "/desk/calls"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task nothing_is_changed_anywhere_without_the_pages_own_token()
    {
        using var ana = await desk.SignInAsync(Role.Administrator);
        var taken = new List<string>();

        foreach (var (method, address, _) in Doors().Where(door => door.Method != HttpMethod.Get && door.Place.Metadata.GetMetadata<KeepsNothing>() is null))
        {
            var answer = await ana.SendAsync(new HttpRequestMessage(method, address) { Content = new FormUrlEncodedContent([new("return", "/desk")]) });
            if (answer.Status != HttpStatusCode.BadRequest) taken.Add($"{method} {address}: {answer.Status}");
        }

        Assert.Empty(taken);
    }

    [Fact]
    public void only_the_trial_of_a_form_takes_anything_without_one() =>
        Assert.Equal(["/desk/forms/{form:guid}/preview/page"], Doors().Where(door => door.Place.Metadata.GetMetadata<KeepsNothing>() is not null).Select(door => "/" + door.Place.RoutePattern.RawText!.Trim('/')));

    [Fact]
    public async Task a_stranger_gets_nowhere_but_to_the_way_in()
    {
        using var stranger = desk.Stranger();
        var open = new List<string>();

        foreach (var (method, address, place) in Doors().Where(door => door.Place.Metadata.GetMetadata<OpenToAll>() is null))
        {
            var answer = await stranger.SendAsync(new HttpRequestMessage(method, address));
            var isShut = answer.Status == HttpStatusCode.Unauthorized || (answer.Status == HttpStatusCode.SeeOther && answer.Location!.StartsWith("/desk/signin", StringComparison.Ordinal));
            if (!isShut) open.Add($"{method} {address}: {answer.Status} {place.DisplayName}");
        }

        Assert.Empty(open);
    }

    [Fact]
    public async Task an_account_without_a_role_has_itself_and_nothing_else()
    {
        using var nobody = await desk.SignInAsync(await desk.AccountAsync([], name: "Nadie"));
        var news = desk.Site.Live.Documents().First(item => item.Type.Alias == "newsItem");
        var draft = await desk.Site.Service<ContentEditing>().CreateAsync(new NewItem { Type = "newsItem", Parent = news.ParentKey, Content = ItemContent.Named(Secret, "es-MX"), By = "specs" }, Cancellation);
        var open = new List<string>();

        foreach (var (method, address, _) in Doors(Assert.IsType<WriteResult.Done>(draft).Key).Where(door => door.Place.Metadata.GetMetadata<OpenToAll>() is null))
        {
            var answer = await nobody.SendAsync(new HttpRequestMessage(method, address));
            if (Own.Any(own => address == "/desk" || address == own || address.StartsWith($"{own}/", StringComparison.Ordinal)) ? answer.Text.Contains(Secret, StringComparison.Ordinal) : answer.Status != HttpStatusCode.Forbidden) open.Add($"{method} {address}: {answer.Status}");
        }

        Assert.Empty(open);
    }

    [Fact]
    public async Task no_page_leads_out_of_the_desk_because_its_address_says_so()
    {
        using var ana = await desk.SignInAsync(Role.Administrator);
        var led = new List<string>();

        foreach (var (_, address, _) in Doors().Where(door => door.Method == HttpMethod.Get))
        {
            foreach (var trap in new[] { "https://mal.example/desk", "//mal.example/desk", "javascript:alert(1)", "/desk/../mal.example" })
            {
                var answer = await ana.GetAsync($"{address}?return={Uri.EscapeDataString(trap)}&back={Uri.EscapeDataString(trap)}&next={Uri.EscapeDataString(trap)}");
                if (answer.Location == trap || answer.Page.QuerySelectorAll("[href], [action], [formaction], [name=return], [name=back]").Any(part => part.Attributes.Any(attribute => attribute.Value == trap))) led.Add($"{address}: {trap}");
            }
        }

        Assert.Empty(led);
    }

    /// <summary>Nobody finds what somebody else wrote and did not save, nor the lists they keep.</summary>
    [Fact]
    public async Task what_somebody_keeps_for_themselves_is_found_by_nobody_else()
    {
        using var ines = await desk.SignInAsync(Role.Systematiser);
        using var bruno = await desk.SignInAsync(Role.Systematiser);
        var key = Guid.NewGuid();
        var content = ItemContent.Named("Solo de Inés", "es-MX");
        await desk.Site.Service<IWorkingCopies>().KeepAsync(new WorkingCopy(key, ines.Account.Key, content, DateTimeOffset.UtcNow) { Type = "newsItem" }, Cancellation);
        await ines.PostAsync("/desk/views", ("name", "Lista de Inés"), ("do", "keep"), ("list", "content"), ("query", "q=agua"), ("return", "/desk/content"));

        var hers = await ines.GetAsync($"/desk/content/new?type=newsItem&key={key:d}");
        var his = await bruno.GetAsync($"/desk/content/new?type=newsItem&key={key:d}");
        await bruno.PostAsync($"/desk/content/{key:d}/discard");
        await bruno.PostAsync("/desk/views", ("name", "Lista de Inés"), ("do", "remove"), ("return", "/desk/content"));

        Assert.Contains("Solo de Inés", hers.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Solo de Inés", his.Text, StringComparison.Ordinal);
        Assert.Contains("Solo de Inés", (await ines.GetAsync($"/desk/content/new?type=newsItem&key={key:d}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lista de Inés", (await bruno.GetAsync("/desk/content")).Text, StringComparison.Ordinal);
        Assert.Contains("Lista de Inés", (await ines.GetAsync("/desk/content")).Text, StringComparison.Ordinal);
    }

    /// <summary>Every address below the desk, with each method it answers; keys are those of an item that there is.</summary>
    private IEnumerable<(HttpMethod Method, string Address, RouteEndpoint Place)> Doors(Guid? key = null)
    {
        var item = key ?? desk.Site.Live.Documents().First().Key;
        return from place in desk.Site.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               let pattern = "/" + place.RoutePattern.RawText!.Trim('/')
               where pattern == "/desk" || pattern.StartsWith("/desk/", StringComparison.Ordinal)
               where !pattern.StartsWith(UploadEndpoints.Root, StringComparison.Ordinal)
               from method in place.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
               select (new HttpMethod(method), Filled(pattern, item), place);
    }

    private static string Filled(string pattern, Guid item) => string.Join('/', pattern.Split('/').Select(part => part switch
    {
        "{alias}" => "newsItem",
        "{culture}" => "en",
        _ when part.EndsWith(":guid}", StringComparison.Ordinal) => item.ToString("d"),
        _ when part.EndsWith(":int}", StringComparison.Ordinal) => "1",
        _ => part.StartsWith('{') ? "x" : part,
    }));
}
