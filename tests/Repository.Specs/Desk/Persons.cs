using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Workflow;
using Repository.Web.Desk.Serving;

namespace Repository.Specs.Desk;

/// <summary>Who works at the desk in these stories, known by a cookie that says a name: how people sign in has stories of its own.</summary>
internal sealed class Persons : IDoorkeeper
{
    public const string Cookie = "persona";

    private readonly Dictionary<string, Person> _byName = new(StringComparer.Ordinal);

    public static void Know(IServiceCollection services, Persons persons) => services.AddSingleton<IDoorkeeper>(persons);

    public Person Add(string name, params Grant[] grants) => _byName[name] = new Person(Guid.CreateVersion7(), name, [.. grants]);

    public Person Add(string name, Role role, Guid? section = null) => Add(name, new Grant(role, section));

    public Task<SignedIn?> AdmitAsync(HttpContext http) =>
        Task.FromResult(http.Request.Cookies.TryGetValue(Cookie, out var name) && _byName.TryGetValue(name, out var person) ? new SignedIn(person, "session") : null);
}
