using Microsoft.Extensions.Localization;
using Repository.Web.Desk.Serving;
using Repository.Web.Resources;

namespace Repository.Web.Desk.Rendering;

/// <summary>Looks up what the people are called whom the change log keeps by their keys.</summary>
internal sealed class PeopleNames(IStringLocalizer<DeskTexts> texts)
{
    public Task<DeskPeople> OfAsync(HttpContext http) =>
        Task.FromResult(new DeskPeople(new Dictionary<string, string> { [http.Person.By] = http.Person.Name }, texts));
}
