using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Repository.Core.Workflow;
using Repository.Web.Desk.Serving;

namespace Repository.Specs.Desk;

/// <summary>Who works at the desk in stories that are not about signing in, known by a cookie that says their key.</summary>
internal sealed class Persons : IDoorkeeper
{
    private const string CookieName = "persona";

    private readonly ConcurrentDictionary<string, Person> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Person> _byKey = new(StringComparer.Ordinal);

    public static void Know(IServiceCollection services, Persons persons) => services.AddSingleton<IDoorkeeper>(persons);

    /// <summary>A name may be given again: the person before keeps what they have, and is found by it no more.</summary>
    public Person Add(string name, params Grant[] grants)
    {
        var person = new Person(Guid.CreateVersion7(), name, [.. grants]);
        _byKey[person.By] = person;
        return _byName[name] = person;
    }

    public Person Add(string name, Role role, Guid? section = null) => Add(name, new Grant(role, section));

    /// <summary>A browser of somebody's that runs no scripts and goes nowhere by itself; whoever nobody knows is a stranger.</summary>
    public HttpClient Browser(TestSite site, string name) => WithCookie(site, _byName.GetValueOrDefault(name)?.By ?? name);

    public static HttpClient Browser(TestSite site, Person person) => WithCookie(site, person.By);

    private static HttpClient WithCookie(TestSite site, string key)
    {
        var cookies = new CookieContainer();
        cookies.Add(site.Client.BaseAddress!, new Cookie(CookieName, key));
        return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = site.Client.BaseAddress };
    }

    public Task<SignedIn?> AdmitAsync(HttpContext http) =>
        Task.FromResult(http.Request.Cookies.TryGetValue(CookieName, out var key) && _byKey.TryGetValue(key, out var person) ? new SignedIn(person, "session") : null);
}
