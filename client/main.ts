import { mount } from 'svelte'
import App from './App.svelte'
import { pageOf } from './page.ts'

const target = document.getElementById('screen')
// Every page has its address; who is signed in decides whether it opens.
if (location.pathname === '/sign-in') history.replaceState(null, '', '/')
if (target) mount(App, { target, props: { page: pageOf(location.pathname) } })
