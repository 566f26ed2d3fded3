using Microsoft.AspNetCore.Antiforgery;
using Repository.Core.Workflow;
using Repository.Web.Delivery;
using Repository.Web.Desk.Rendering;
using Repository.Web.Operations;

namespace Repository.Web.Desk.Serving;

/// <summary>Stands before every address of the desk, so that no handler can forget it: whoever is not signed in is led to sign in, and nothing is changed without the page's own token.</summary>
internal sealed class DeskDoor(IDoorkeeper keeper, IAntiforgery antiforgery, DeskServing serving)
{
    private static readonly PathString[] WithoutDrafts = [DeskAddress.Account, DeskAddress.SignOut, DeskAddress.Calls];

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        DeskHeaders.Harden(http.Response.Headers);
        var isApi = http.Request.Path.StartsWithSegments(DeskAddress.Api);
        if (!isApi) http.Features.Set(new FailurePage(serving.BrokenAsync));

        if (await keeper.AdmitAsync(http) is { } signedIn) http.Features.Set(signedIn);
        else if (http.GetEndpoint()?.Metadata.GetMetadata<OpenToAll>() is null)
        {
            await LeadInAsync(http, isApi);
            return;
        }

        if (!MayBeHere(http))
        {
            await ForbidAsync(http, isApi);
            return;
        }

        if (!IsHarmless(http) && !await HasTokenAsync(http))
        {
            await RefuseAsync(http, isApi);
            return;
        }

        if (http.GetEndpoint() is null) await serving.SendAsync(http, DeskPage.Notice("Desk.Lost"), StatusCodes.Status404NotFound);
        else await next(http);
    }

    private async Task<bool> HasTokenAsync(HttpContext http)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            // The form itself cannot be read.
            return false;
        }
    }

    /// <summary>Whoever may see no drafts, such as somebody who only evaluates, has a few places and no others, whatever is built besides.</summary>
    private static bool MayBeHere(HttpContext http) =>
        http.Features.Get<SignedIn>() is not { Person: var person }
        || http.GetEndpoint() is null
        || http.GetEndpoint()!.Metadata.GetMetadata<OpenToAll>() is not null
        || http.Request.Path.Value == DeskAddress.Root
        || WithoutDrafts.Any(place => http.Request.Path.StartsWithSegments(place))
        || Permissions.MaySomewhere(person, Act.Read);

    private Task ForbidAsync(HttpContext http, bool isApi) => isApi
        ? new DeliveryProblem(StatusCodes.Status403Forbidden, "Forbidden", "No puedes hacer esto.") { Code = "forbidden" }.SendAsync(http)
        : serving.ForbidAsync(http);

    private static bool IsHarmless(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<KeepsNothing>() is not null;

    private static Task LeadInAsync(HttpContext http, bool isApi)
    {
        if (isApi) return new DeliveryProblem(StatusCodes.Status401Unauthorized, "Unauthorized", "Tu sesión terminó: vuelve a entrar.") { Code = "signedOut" }.SendAsync(http);
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = DeskAddress.SignInFor(http.Request);
        return Task.CompletedTask;
    }

    private Task RefuseAsync(HttpContext http, bool isApi) => isApi
        ? new DeliveryProblem(StatusCodes.Status400BadRequest, "Bad Request", "La página es de antes: vuelve a cargarla e inténtalo otra vez.") { Code = "badToken" }.SendAsync(http)
        : serving.SendAsync(http, DeskPage.Notice("Desk.BadToken"), StatusCodes.Status400BadRequest);
}
