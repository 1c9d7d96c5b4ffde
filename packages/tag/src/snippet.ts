/** What a site's owner pastes into the pages. It never throws there, whatever they have replaced or forbid. */
import { OWN_MARK } from '@goalpost/contract/wire';
import { readAddress } from './shared/read-address.ts';

export interface Snippet {
  /** For the head: loads the tag, which brings the chat, and starts the counter. Where the tag does not run, loads the chat [W41]. */
  readonly loader: string;
  /** For the body: counts visitors whose browsers run no scripts. */
  readonly noscript: string;
}

/**
 * @param scriptUrl absolute address of the tag, `https://stats.example/metrika/tag.js`
 * @throws RangeError if the number is no positive integer, TypeError if the address is not absolute
 */
export function snippet(counterId: number, scriptUrl: string): Snippet {
  if (!Number.isSafeInteger(counterId) || counterId < 1) throw new RangeError('counterId');
  const script = new URL(scriptUrl);
  // The tag knows by this that the counter is its own, where the genuine tag is on the page too.
  script.searchParams.set('id', String(counterId));
  // An address may hold quotes and ampersands; what is pasted must still be one string in a script, one in a tag.
  const source = script.href.replace(/['"\\<>]/g, encodeURIComponent);
  // Below what precedes the script [W30].
  const home = readAddress(script.origin + script.pathname)?.[1] ?? script.origin;
  const chat = `${home}/chat/widget.js?id=${counterId}`.replace(/['"\\<>]/g, encodeURIComponent);
  const image = new URL(`${home}/watch/${counterId}`).href;
  return {
    loader: `<script>
try{(function(m,e,t,r,i,k,a,p){m[i]=typeof m[i]=="function"?m[i]:function(){var q=m[i].a=m[i].a||[],n=q.length;
try{q.push(arguments)}catch(e){}q.length>n||q.push!==[].push||(q[n]=arguments)};
try{m[i].l=1*new Date()}catch(e){}
try{for(var j=0;j<e.scripts.length;j++){if(e.scripts[j].src===r){return;}}}catch(e){}
try{p=m.trustedTypes.createPolicy("goalpost",{createScriptURL:function(u){return u}})}catch(e){}
function s(u,o){a=e.createElement(t);a.async=1;a.onload=a.onerror=o;a.src=p?p.createScriptURL(u):u;return a}
function z(){k.${OWN_MARK}||(e.head||e.body).appendChild(s("${chat}",null))}
k=s(r,z);try{a=e.getElementsByTagName(t)[0];a.parentNode.insertBefore(k,a)}catch(x){(e.head||e.body).appendChild(k)}})
(window,document,"script","${source}","ym");

ym(${counterId},"init",{clickmap:true,trackLinks:true,accurateTrackBounce:true});
}catch(e){try{console.warn("Goalpost: nothing is counted, this page forbids or has changed what the snippet needs.",e)}catch(e){}}
</script>`,
    noscript: `<noscript><div><img src="${image}" style="position:absolute;left:-9999px" alt=""></div></noscript>`,
  };
}
