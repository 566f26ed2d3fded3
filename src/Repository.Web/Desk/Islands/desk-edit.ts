// What the editing page does beyond what the browser does by itself.
document.documentElement.classList.add('scripted');
