using Microsoft.AspNetCore.Antiforgery;
using Repository.Core.Workflow;
using Repository.Web.Desk.Serving;
using Repository.Web.Desk.Views;
using Repository.Web.Media.Uploads;

namespace Repository.Web.Desk.SignIn;

/// <summary>Files come from whoever is signed in and writes somewhere, with the page's own token in the header: to look for it in the form would mean reading the body first.</summary>
internal sealed class DeskGate(IDoorkeeper keeper, IAntiforgery antiforgery) : IUploadGate
{
    public async Task<Admittance> AdmitAsync(HttpContext http)
    {
        if (await keeper.AdmitAsync(http) is not { Person: var person }) return Admittance.Refused(UploadProblem.Closed);
        if (!Permissions.MaySomewhere(person, Act.Write)) return Admittance.Refused(UploadProblem.Forbidden);
        return IsHarmless(http.Request.Method) || (http.Request.Headers[TokenView.Header].Count == 1 && await antiforgery.IsRequestValidAsync(http))
            ? new Admittance(person)
            : Admittance.Refused(UploadProblem.NoToken);
    }

    private static bool IsHarmless(string method) => HttpMethods.IsHead(method) || HttpMethods.IsGet(method) || HttpMethods.IsOptions(method);
}
